namespace ReviewPortal.Infrastructure.Mail;

/// <summary>How the line to the mail server is kept from others.</summary>
public enum MailTls
{
    /// <summary>Begun openly and closed before anything is said (port 587).</summary>
    StartTls,

    /// <summary>Closed from the first byte (port 465).</summary>
    Implicit,

    /// <summary>Open. Only to a server on this machine itself.</summary>
    None,
}

/// <summary>The settings of "Mail": by which server messages leave, in whose name, and where students sign in.</summary>
/// <param name="Host">Empty: no server.</param>
/// <param name="From">The address of the sender; its domain also names the messages.</param>
/// <param name="Portal">The address of the portal as students know it.</param>
public sealed record MailSettings(string Host, int Port, MailTls Tls, string From, Uri Portal)
{
    // What the portal itself needs to write a try down, beside what it waits for the server.
    private static readonly TimeSpan Writing = TimeSpan.FromSeconds(30);

    /// <summary>Empty when the server asks for none.</summary>
    public string User { get; init; } = "";

    public string Password { get; init; } = "";

    /// <summary>How long the server may take for an answer on the way to the message.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long it may take to say that it has the message: ten minutes (RFC 5321, 4.5.3.2.6).</summary>
    public TimeSpan LastPatience { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a try that was begun is its own until the message is handed over, and how long from then on. Later it was cut off; earlier no other portal on the same database touches it.</summary>
    public (TimeSpan ToHandOver, TimeSpan ToEnd) Lease => (Patience + Writing, LastPatience + Writing);

    /// <summary>The address under which the student signs in and finds the letters.</summary>
    public Uri SignIn => new($"{Portal.AbsoluteUri.TrimEnd('/')}/mijn");

    /// <summary>The address to which mail servers report what became of an e-mail; empty when that is the sender's own.</summary>
    public string ReportsTo { get; init; } = "";

    /// <summary>The name of a message, the same at every try: a server that gets it twice can tell.</summary>
    public string MessageId(string mark) => $"<{mark}@{DomainOf(From)}>";

    /// <summary>The sender on the envelope: the address of the reports, with the mark of this e-mail behind a plus sign (RFC 5233), so that what comes back says of itself which one it is about.</summary>
    public string ReturnPath(string mark) => ReportsTo.Length is 0 || mark.Length is 0 ? From : $"{ReportsTo[..^(DomainOf(ReportsTo).Length + 1)]}+{mark}@{DomainOf(ReportsTo)}";

    private static string DomainOf(string address) => address[(address.IndexOf('@', StringComparison.Ordinal) + 1)..];
}
