using System.Text;
using ReviewPortal.Infrastructure.Mail;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Tests.Mail;

/// <summary>The Maildir into which a mail server puts what comes back: written whole in `tmp`, then moved into `new`.</summary>
internal sealed class AMailbox : IDisposable
{
    public const string Address = "bezorging@universiteit.example";

    private int _delivered;

    public AMailbox()
    {
        foreach (var name in (string[])["tmp", "new", "cur"]) Directory.CreateDirectory(Path.Combine(Folder, name));
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("reports").FullName;

    /// <summary>The settings of a portal that reads here.</summary>
    public string[] Settings => [$"--Mail:Reports:Folder={Folder}", $"--Mail:Reports:Address={Address}"];

    public string[] New => Names("new");

    public string[] Cur => Names("cur");

    public string Deliver(string message, string? name = null) => Deliver(Encoding.Latin1.GetBytes(message.ReplaceLineEndings("\r\n")), name);

    /// <returns>The name of the file.</returns>
    public string Deliver(byte[] message, string? name = null)
    {
        var named = name ?? FormattableString.Invariant($"17639{Interlocked.Increment(ref _delivered):00000}.M1P7.mx1");
        var whole = Path.Combine(Folder, "tmp", named);
        File.WriteAllBytes(whole, message);
        File.Move(whole, Path.Combine(Folder, "new", named));
        return named;
    }

    /// <summary>One round of a portal that may have been built without this mailbox.</summary>
    public async Task<ReportIntake> TakeInAsync(APortal portal)
    {
        var intake = new ReportIntake(portal.Dbs, new ReportFolder(Folder), portal.Get<CaseNews>(), portal.Clock);
        await intake.RunAsync(CancellationToken.None);
        return intake;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private string[] Names(string folder) => [.. Directory.EnumerateFiles(Path.Combine(Folder, folder)).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
}
