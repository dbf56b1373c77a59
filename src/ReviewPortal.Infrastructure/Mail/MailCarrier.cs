using ReviewPortal.Core.Letters;

namespace ReviewPortal.Infrastructure.Mail;

/// <summary>How a message came to its end, with what the other side said.</summary>
public sealed record Carried(MailEnd End, string Answer);

/// <summary>Brings messages out of the portal: to a server, or into a folder.</summary>
public abstract class MailCarrier
{
    /// <summary>False when the institution has set up no way to send: nothing is tried then, and the alarm says so after a day.</summary>
    public virtual bool IsThere => true;

    /// <summary>A message that is brought twice is there once: there is no doubt about what was cut off.</summary>
    public virtual bool Overwrites => false;

    /// <param name="mail">The message.</param>
    /// <param name="beforeHandingOver">Awaited before the other side gets the message itself; until then it cannot have it.</param>
    /// <param name="ct">Ends the try as long as nothing was handed over.</param>
    public abstract Task<Carried> CarryAsync(WrittenMail mail, Func<Task> beforeHandingOver, CancellationToken ct);
}

/// <summary>No way to send has been set up.</summary>
public sealed class NoCarrier : MailCarrier
{
    public override bool IsThere => false;

    public override Task<Carried> CarryAsync(WrittenMail mail, Func<Task> beforeHandingOver, CancellationToken ct) => throw new InvalidOperationException("No mail server has been set up (Mail:Host)");
}

/// <summary>Puts messages into a folder, one file each, for trying out: any mail program opens them.</summary>
public sealed class PickupFolder(string folder) : MailCarrier
{
    public override bool Overwrites => true;

    public override async Task<Carried> CarryAsync(WrittenMail mail, Func<Task> beforeHandingOver, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(mail);
        ArgumentNullException.ThrowIfNull(beforeHandingOver);
        await beforeHandingOver();
        var name = $"{mail.Id:N}.eml";
        var part = Path.Combine(folder, name + ".part");
        try
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllBytesAsync(part, mail.Bytes(), CancellationToken.None);
            File.Move(part, Path.Combine(folder, name), overwrite: true);
            return new Carried(MailEnd.Accepted, name);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new Carried(MailEnd.Unreachable, failure.Message);
        }
    }
}
