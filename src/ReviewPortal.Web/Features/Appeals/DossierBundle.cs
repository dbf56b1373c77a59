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
internal sealed class DossierBundle
{
    private static readonly CaseAction[] UntilPublished = [CaseAction.DecideValid, CaseAction.DecideIrregularity, CaseAction.DecideFraud, CaseAction.ReturnToDeliberation, CaseAction.CoSign];

    private readonly List<(string Name, byte[] Content)> _entries = [];

    public static async Task<byte[]> OfAsync(CaseFile file, AttachmentFiles attachments, CancellationToken ct)
    {
        var bundle = new DossierBundle();
        await bundle.AddDocumentsAsync(file, ct);
        bundle.AddWords(file);
        await bundle.AddAttachmentsAsync(file, attachments, ct);
        await bundle.AddTimelineAsync(file, ct);
        return bundle.Zip(file);
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
            Add(string.Create(CultureInfo.InvariantCulture, $"addenda/{index + 1:D2}.txt"), $"{addendum.ByName}, {addendum.At.InWords(Language.Dutch)}\n\n{addendum.Text}");
    }

    // Whatever the student ever sent, also in a round that no longer counts; what it is called is the student's own.
    private async Task AddAttachmentsAsync(CaseFile file, AttachmentFiles attachments, CancellationToken ct)
    {
        var id = file.Case.Id;
        var sent = await file.Db.Attachments.Where(item => item.Case == id && item.SentAt != null).OrderBy(item => item.SentAt).ThenBy(item => item.AddedAt).ToListAsync(ct);
        foreach (var (attachment, index) in sent.Select((attachment, index) => (attachment, index)))
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"attachments/{index + 1:D2}-{attachment.Name}");
            if (await attachments.ReadAsync(attachment, ct) is { } bytes) _entries.Add((name, bytes));
            else Add($"{name}.txt", $"{attachment.Name} ({attachment.Bytes} bytes, SHA-256 {attachment.Sha256})");
        }
    }

    private void AddWords(CaseFile file)
    {
        Add("examiner-report.txt", file.ExaminerReport?.Text);
        Add("investigation.txt", file.Investigation?.Findings);
        Add("view.txt", file.View?.ReceivedAt is null ? null : file.View.Text);
        Add("hearing.txt", file.Hearing?.Minutes);
        Add("hearing-comment.txt", file.Hearing?.CommentedAt is null ? null : file.Hearing.Comment);
        foreach (var round in file.After.Former) Add(string.Create(CultureInfo.InvariantCulture, $"earlier-decisions/{round.Number:D2}.json"), round.Content);
        // What has not been published is the board's own (Awb 3:40).
        if (file is { Decision: { IsSigned: true } decision, StandingLetter: not null }) Add("decision.json", JsonOutput.Of(decision.Draft));
        foreach (var (appeal, index) in file.After.Appeals.Select((appeal, index) => (appeal, index)))
        {
            if (appeal.AgreedOn is { } agreed) Add(string.Create(CultureInfo.InvariantCulture, $"agreements/{index + 1:D2}.txt"), $"{agreed.InWords(Language.Dutch)}\n\n{appeal.Agreement}");
        }

        Add("appeals.json", file.After.Appeals.IsEmpty ? null : JsonOutput.Of(file.After.Appeals));
    }

    private async Task AddTimelineAsync(CaseFile file, CancellationToken ct)
    {
        var id = file.Case.Id;
        var events = await file.Db.CaseEvents.Where(item => item.Case == id).OrderBy(item => item.Version).ToListAsync(ct);
        var published = events.LastOrDefault(item => item.Action is CaseAction.Publish)?.Version ?? 0;
        Add("timeline.txt", string.Join('\n', events.Where(item => item.Version <= published || !UntilPublished.Contains(item.Action)).Select(item => $"{Amsterdam.Wall(item.At):yyyy-MM-dd HH:mm}  {LifecycleTexts.Happened(item.Action, Language.Dutch)}  ({LifecycleTexts.Of(item.ByRole, Language.Dutch)}, {item.ByName}){(item.Note is null ? "" : $": {item.Note}")}")));
    }

    private async Task AddKeptAsync(CaseFile file, string name, string sha256, CancellationToken ct) =>
        _entries.Add((name, await file.Db.Files.Where(item => item.Sha256 == sha256).Select(item => item.Content).SingleAsync(ct)));

    private void Add(string name, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text)) _entries.Add((name, Encoding.UTF8.GetBytes(text)));
    }

    private byte[] Zip(CaseFile file)
    {
        var index = JsonOutput.Of(new
        {
            number = file.Case.Number.ToString(),
            madeAt = file.Now,
            madeBy = file.Actor.Name,
            purpose = PurposeOf(file),
            files = _entries.Select(entry => new { name = entry.Name, bytes = entry.Content.Length, sha256 = Convert.ToHexStringLower(SHA256.HashData(entry.Content)) }).ToImmutableArray(),
        });
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in _entries.Prepend(("index.json", Encoding.UTF8.GetBytes(index))))
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = Amsterdam.Wall(file.Now);
                using var stream = entry.Open();
                stream.Write(content);
            }
        }

        return bytes.ToArray();
    }
}
