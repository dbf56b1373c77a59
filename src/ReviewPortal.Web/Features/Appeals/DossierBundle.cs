using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Appeals;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Infrastructure.Vault;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Appeals;

/// <summary>
/// The file of a case as the appeals board gets it (WHW 7.61 lid 3), or after it the Council of State (WHW 7.64; Awb 8:42): every document as it was signed or sent, what was written down, the timeline, and
/// an index with the SHA-256 of each, so that anybody can see that nothing was changed on the way.
/// </summary>
internal sealed class DossierBundle : IAsyncDisposable
{
    private static readonly CaseAction[] UntilPublished = [CaseAction.DecideValid, CaseAction.DecideIrregularity, CaseAction.DecideFraud, CaseAction.ReturnToDeliberation, CaseAction.CoSign];

    private readonly ZipArchive _zip;
    private readonly DateTimeOffset _madeAt;
    private readonly List<Listed> _listed = [];
    private readonly List<string> _damaged = [];

    private DossierBundle(Stream to, CaseFile file) => (_zip, _madeAt) = (new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true), Amsterdam.Wall(file.Now));

    /// <summary>One file at a time goes into a file of its own on the disk, which goes with the stream; a dossier may be larger than memory.</summary>
    /// <returns>At its beginning. What is damaged is named in the index, and a sentence stands in its place.</returns>
    public static async Task<Stream> OfAsync(CaseFile file, AttachmentFiles attachments, CancellationToken ct)
    {
        var to = Aside();
        try
        {
            await using (var bundle = new DossierBundle(to, file))
            {
                await bundle.AddDocumentsAsync(file, ct);
                await bundle.AddWordsAsync(file, ct);
                await bundle.AddAttachmentsAsync(file, attachments, ct);
                await bundle.AddTimelineAsync(file, ct);
                await bundle.AddIndexAsync(file, ct);
            }

            to.Position = 0;
            return to;
        }
        catch
        {
            await to.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _zip.DisposeAsync();

    // Nobody else on the machine can read it, and it is gone when it has been sent.
    private static FileStream Aside()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(Path.Combine(Path.GetTempPath(), $"dossier-{Guid.NewGuid():N}.zip"), options);
    }

    /// <summary>For which body it is made; null when nobody has appealed.</summary>
    public static string? PurposeOf(CaseFile file) => file.After.Appeal?.Body switch
    {
        AppealBody.ExamAppealsBoard => "WHW 7.61 lid 3",
        AppealBody.CouncilOfState => "WHW 7.64; Awb 8:42",
        _ => null,
    };

    private async Task AddDocumentsAsync(CaseFile file, CancellationToken ct)
    {
        var id = file.Case.Id;
        if (file.Report?.Sha256 is { } report) await AddKeptAsync(file, "proces-verbaal.pdf", report, ct);
        foreach (var (letter, index) in (await file.Db.Letters.Where(item => item.Case == id).OrderBy(item => item.PublishedAt).ToListAsync(ct)).Select((letter, index) => (letter, index)))
            await AddKeptAsync(file, string.Create(CultureInfo.InvariantCulture, $"letters/{index + 1:D2}-{letter.Kind}.pdf"), letter.Sha256, ct);
        foreach (var (addendum, index) in (await file.Db.Addenda.Where(item => item.Case == id).OrderBy(item => item.At).ToListAsync(ct)).Select((addendum, index) => (addendum, index)))
            await AddAsync(string.Create(CultureInfo.InvariantCulture, $"addenda/{index + 1:D2}.txt"), $"{addendum.ByName}, {addendum.At.InWords(Language.Dutch)}\n\n{addendum.Text}", ct);
    }

    // Whatever the student ever sent, also in a round that no longer counts; what it is called is the student's own.
    private async Task AddAttachmentsAsync(CaseFile file, AttachmentFiles attachments, CancellationToken ct)
    {
        var id = file.Case.Id;
        var sent = await file.Db.Attachments.Where(item => item.Case == id && item.SentAt != null).OrderBy(item => item.SentAt).ThenBy(item => item.AddedAt).ToListAsync(ct);
        foreach (var (attachment, index) in sent.Select((attachment, index) => (attachment, index)))
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"attachments/{index + 1:D2}-{attachment.Name}");
            try
            {
                if (await attachments.ReadAsync(attachment, ct) is { } bytes) await AddAsync(name, bytes, ct);
                else await AddAsync($"{name}.txt", $"{attachment.Name} ({attachment.Bytes} bytes, SHA-256 {attachment.Sha256})", ct);
            }
            catch (DamagedRecordingException)
            {
                await AddDamagedAsync(name, attachment.Sha256, ct);
            }
        }
    }

    private async Task AddWordsAsync(CaseFile file, CancellationToken ct)
    {
        await AddAsync("examiner-report.txt", file.ExaminerReport?.Text, ct);
        await AddAsync("investigation.txt", file.Investigation?.Findings, ct);
        await AddAsync("view.txt", file.View?.ReceivedAt is null ? null : file.View.Whole(file.Hearing, file.LetterLanguage), ct);
        await AddAsync("hearing.txt", file.Hearing?.Minutes, ct);
        await AddAsync("hearing-comment.txt", file.Hearing?.CommentedAt is null ? null : file.Hearing.Comment, ct);
        foreach (var round in file.After.Former) await AddAsync(string.Create(CultureInfo.InvariantCulture, $"earlier-decisions/{round.Number:D2}.json"), round.Content, ct);
        // What has not been published is the board's own (Awb 3:40).
        if (file is { Decision: { IsSigned: true } decision, StandingLetter: not null, After.Kept: null }) await AddAsync("decision.json", JsonOutput.Of(decision.Draft), ct);
        foreach (var (appeal, index) in file.After.Appeals.Select((appeal, index) => (appeal, index)))
        {
            if (appeal.AgreedOn is { } agreed) await AddAsync(string.Create(CultureInfo.InvariantCulture, $"agreements/{index + 1:D2}.txt"), $"{agreed.InWords(Language.Dutch)}\n\n{appeal.Agreement}", ct);
        }

        await AddAsync("appeals.json", file.After.Appeals.IsEmpty ? null : JsonOutput.Of(file.After.Appeals), ct);
    }

    private async Task AddTimelineAsync(CaseFile file, CancellationToken ct)
    {
        var id = file.Case.Id;
        var events = await file.Db.CaseEvents.Where(item => item.Case == id).OrderBy(item => item.Version).ToListAsync(ct);
        var published = events.LastOrDefault(item => item.Action is CaseAction.Publish)?.Version ?? 0;
        var answered = events.LastOrDefault(item => item.Action is CaseAction.GrantRetake or CaseAction.RefuseRetake)?.Version ?? 0;
        var proposals = await ToldProposals.OfAsync(file.Db, id, events, ct);
        var printed = await file.Db.PrintedAtAsync(id, events, ct);
        var told = events.Where(item => item.Action is CaseAction.ProposeRetakeAnswer ? item.Version <= answered : proposals.Tell(item) && (item.Version <= published || !UntilPublished.Contains(item.Action)));
        await AddAsync("timeline.txt", string.Join('\n', told.Select(item => $"{Amsterdam.Wall(item.At):yyyy-MM-dd HH:mm}  {LifecycleTexts.Happened(item.Action, printed.Contains(item.At), Language.Dutch)}  ({LifecycleTexts.Of(item.ByRole, Language.Dutch)}, {item.ByName}){(item.Note is null ? "" : $": {item.Note}")}")), ct);
    }

    private async Task AddKeptAsync(CaseFile file, string name, string sha256, CancellationToken ct)
    {
        var content = await file.Db.Files.Where(item => item.Sha256 == sha256).Select(item => item.Content).SingleOrDefaultAsync(ct);
        if (content is not null && KeptFile.HashOf(content) == sha256) await AddAsync(name, content, ct);
        else await AddDamagedAsync(name, sha256, ct);
    }

    // The others can still be sent; whoever reads the bundle must not have to find out that one is missing.
    private async Task AddDamagedAsync(string name, string sha256, CancellationToken ct)
    {
        _damaged.Add(name);
        await AddAsync($"{name}.txt", $"Dit bestand is beschadigd of ontbreekt en kon daarom niet worden meegezonden. Zet het terug uit een reservekopie en haal het dossier opnieuw op. SHA-256 van het origineel: {sha256}", ct);
    }

    private Task AddAsync(string name, string? text, CancellationToken ct) => Inked.IsEmpty(text) ? Task.CompletedTask : AddAsync(name, Encoding.UTF8.GetBytes(text), ct);

    private async Task AddAsync(string name, byte[] content, CancellationToken ct)
    {
        _listed.Add(new(name, content.Length, KeptFile.HashOf(content)));
        await WriteAsync(name, content, ct);
    }

    private async Task WriteAsync(string name, byte[] content, CancellationToken ct)
    {
        var entry = _zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = _madeAt;
        await using var stream = await entry.OpenAsync(ct);
        await stream.WriteAsync(content, ct);
    }

    private Task AddIndexAsync(CaseFile file, CancellationToken ct) => WriteAsync("index.json", Encoding.UTF8.GetBytes(JsonOutput.Of(new
    {
        number = file.Case.Number.ToString(),
        madeAt = file.Now,
        madeBy = file.Actor.Name,
        purpose = PurposeOf(file),
        damaged = _damaged,
        files = _listed.Select(entry => new { name = entry.Name, bytes = entry.Bytes, sha256 = entry.Sha256 }).ToImmutableArray(),
    })), ct);

    private sealed record Listed(string Name, int Bytes, string Sha256);
}
