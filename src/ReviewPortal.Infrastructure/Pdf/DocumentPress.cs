using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.ProcesVerbaal;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Review;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Mail;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Infrastructure.Vault;

namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>Writes, prints and keeps the documents of a case: letters and the proces-verbaal.</summary>
public sealed class DocumentPress(DocumentPrinter printer, LetterIssue issue, ExhibitFiles exhibits, StudentNames names)
{
    /// <summary>The letter as it would read today; with the word for a draft across the page.</summary>
    /// <param name="channel">How it is about to go out.</param>
    /// <param name="address">Where it is to be posted to, line by line below the name.</param>
    public async Task<byte[]> PreviewAsync(CaseFile file, LetterKind kind, Language language, CancellationToken ct, SendingChannel channel = SendingChannel.Portal, string? address = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        await KnowOthersAsync(file, ct);
        return printer.Print(LetterWriter.Write(kind, Matter(file).Going(channel, address), language) with { Watermark = LetterTexts.Draft(language) }, file.Now);
    }

    /// <summary>What the letter would say today, before it has a layout.</summary>
    public async Task<Document> DraftAsync(CaseFile file, LetterKind kind, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        await KnowOthersAsync(file, ct);
        return Write(file, kind, file.LetterLanguage);
    }

    /// <summary>
    /// A letter in a language it was not published in, or before publication: dated as published, and marked as no original.
    /// </summary>
    /// <returns>Null when the case does not hold any more what the letter says.</returns>
    public async Task<byte[]?> TranslateAsync(CaseFile file, LetterKind kind, Language language, Letter? published, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        await KnowOthersAsync(file, ct);
        var issuer = published is null ? new Issuer(file.Actor.Name, file.Now) : new Issuer(published.PublishedByName, published.PublishedAt);
        var (matter, moment) = (Matter(file, issuer), issuer.At);
        if (!matter.Holds(kind)) return null;
        var letter = LetterWriter.Write(kind, matter, language);
        return printer.Print(published is null ? letter with { Watermark = LetterTexts.Draft(language) } : LetterWriter.AsTranslation(letter), moment);
    }

    /// <summary>What keeps the decision letter from being published, in the language it goes out in.</summary>
    public async Task<ImmutableArray<LetterFault>> FaultsAsync(CaseFile file, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        await KnowOthersAsync(file, ct);
        var (kind, matter) = (file.DecisionKind, Matter(file));
        var letter = LetterWriter.Write(kind, matter, file.LetterLanguage);
        return [.. LetterLint.Check(kind, matter, letter), .. Unprintable(file, matter.OwnWords(kind), file.LetterLanguage)];
    }

    /// <summary>For a step that has just written the words of a letter: the lifecycle refuses the step when the letter could not go out with them.</summary>
    public async Task StateWordsAsync(CaseFile file, LetterKind kind, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        await KnowOthersAsync(file, ct);
        var matter = Matter(file);
        StateFit(file, language => WordFaults(file, kind, matter, language));
    }

    /// <summary>For a step whose letter repeats what was written before and nobody can mend any more: only that the letter says from where it comes.</summary>
    public static void StateSender(CaseFile file, LetterKind kind)
    {
        ArgumentNullException.ThrowIfNull(file);
        var institution = file.Institution;
        StateFit(file, language => LetterLint.SenderFaults(kind, institution, language));
    }

    // Everything that is wrong, and to who reads it in their own language.
    private static void StateFit(CaseFile file, Func<Language, IEnumerable<LetterFault>> faults)
    {
        file.State(Requirement.WordsFitForLetter, !faults(file.LetterLanguage).Any());
        file.Explain(Requirement.WordsFitForLetter, language => string.Join(' ', faults(language).Select(fault => fault.Sentence).Distinct(StringComparer.Ordinal)));
    }

    /// <summary>
    /// What in the words of a decision would keep its letter back. Asked before each signature: who signs can still mend it. What the house or the account lacks can be mended afterwards as well.
    /// </summary>
    public async Task<ImmutableArray<LetterFault>> WordFaultsAsync(CaseFile file, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Decision is not { } decision || !LetterKinds.IsKnown(decision.Draft)) return [];
        await KnowOthersAsync(file, ct);
        var (kind, matter) = (file.DecisionKind, Matter(file));
        return [.. WordFaults(file, kind, matter, file.LetterLanguage).Where(fault => fault.Place is not (LetterPlace.Institution or LetterPlace.Addressee))];
    }

    // Other students may not stand in what is written, and are blotted out of what is quoted.
    private async Task KnowOthersAsync(CaseFile file, CancellationToken ct) =>
        file.Others ??= await names.OthersAsync(file.Db, file.Sitting.StudentNumber, [file.Student?.Name, file.Representative?.Name], file.Exam.Id, ct);

    private static IEnumerable<LetterFault> WordFaults(CaseFile file, LetterKind kind, LetterMatter matter, Language language) =>
        LetterLint.CheckWords(kind, matter, LetterWriter.Write(kind, matter, language)).Concat(Unprintable(file, matter.OwnWords(kind), language));

    private static IEnumerable<LetterFault> Unprintable(CaseFile file, string ownWords, Language language) =>
        DocumentPrinter.Unprintable($"{file.Student?.Name}\n{ownWords}").Select(glyph => LetterLint.Unprintable(glyph, language, LetterPlaces.Of(file.Decision, text => DocumentPrinter.Unprintable(text).Contains(glyph)) ?? LetterPlace.Addressee));

    /// <summary>Prints the letter for good, seals it and keeps it for the student, with the notification that it stands in the portal or as one that has to be posted; part of the caller's transaction.</summary>
    /// <param name="channel">How it goes out; null for as the student agreed to, and otherwise by post (Awb 2:8).</param>
    /// <param name="replaces">The notification that failed, when this letter makes something known again (Awb 2:11).</param>
    /// <param name="address">Where it is posted to, below the name; null for where the last one of the case was posted to.</param>
    public async Task<Letter> IssueAsync(CaseFile file, LetterKind kind, CancellationToken ct, SendingChannel? channel = null, Guid? replaces = null, string? address = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        await KnowOthersAsync(file, ct);
        var (language, how) = (file.LetterLanguage, channel ?? (await file.AgreesAsync(kind, ct) ? SendingChannel.Portal : SendingChannel.Post));
        var to = how is SendingChannel.Post ? address ?? await LastAddressAsync(file, ct) : null;
        var matter = Matter(file).Going(how, to);
        var outgoing = new OutgoingLetter(file.Db, file.Actor, file.Now, kind, language, how) { Case = file.Case.Id, AppealBy = matter.RemedyTerm(kind)?.LastDay, Replaces = replaces, HouseTexts = file.Institution.Version };
        var letter = await issue.RunAsync(outgoing, imprint => LetterWriter.Write(kind, matter with { Imprint = imprint }, language), ct);
        if (how is not SendingChannel.Portal) file.Db.Add(Sending.Of(letter, how, "", file.Now).To(to));
        if (file.Representative is { } representative) file.Db.Add(Sending.CopyOf(letter, representative.Id, file.Now));
        return letter;
    }

    /// <summary>Where the last letter of the case was posted to; null when nobody knows, or the post came back from there.</summary>
    public static Task<string?> LastAddressAsync(CaseFile file, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        var id = file.Case.Id;
        // From where the post came back, no letter goes again.
        return file.Db.Sendings.Where(sending => sending.Case == id && sending.Representative == null && sending.Address != null).OrderByDescending(sending => sending.At).Select(sending => sending.FailedAt == null ? sending.Address : null).FirstOrDefaultAsync(ct);
    }

    public async Task<byte[]> PreviewReportAsync(CaseFile file, Language language, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        var report = ProcesVerbaalWriter.Write(await ReportMatterAsync(file, language, ct), language);
        return printer.Print(report with { Watermark = LetterTexts.Draft(language) }, file.Now);
    }

    /// <summary>Prints the proces-verbaal for good, seals it and keeps its bytes; part of the caller's transaction.</summary>
    public async Task<KeptFile> KeepReportAsync(CaseFile file, Language language, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        var report = ProcesVerbaalWriter.Write(await ReportMatterAsync(file, language, ct), language);
        return await issue.KeepAsync(file.Db, report, file.Now, ct);
    }

    private Document Write(CaseFile file, LetterKind kind, Language language) => LetterWriter.Write(kind, Matter(file), language);

    private LetterMatter Matter(CaseFile file) => Matter(file, new Issuer(file.Actor.Name, file.Now));

    private LetterMatter Matter(CaseFile file, Issuer issuer) => file.LetterMatter(Amsterdam.DateOf(issuer.At)) with { Issuer = issuer };

    // The openings of the recordings stand in the audit log, each with its moment; what was really played is told by the seconds.
    private static async Task<(DateOnly First, DateOnly Last)?> ViewedAsync(CaseFile file, PersonId reviewer, CancellationToken ct)
    {
        var (subject, who) = ($"sitting/{file.Sitting.Id}", reviewer.Value);
        var opened = file.Db.AuditRows.Where(row => row.Action == "recording.open" && row.Subject == subject && file.Db.AuditDetails.Any(detail => detail.Seq == row.Seq && detail.Actor == who));
        var (first, last) = (await opened.MinAsync(row => (long?)row.AtMicros, ct), await opened.MaxAsync(row => (long?)row.AtMicros, ct));
        return first is null ? null : (Amsterdam.DateOf(AuditTime.Of(first.Value)), Amsterdam.DateOf(AuditTime.Of(last!.Value)));
    }

    private async Task<ProcesVerbaalMatter> ReportMatterAsync(CaseFile file, Language language, CancellationToken ct)
    {
        var reviewer = file.Assignment!.Reviewer;
        var (recordings, signed) = (file.Recordings.Select(item => item.Id).ToArray(), file.Report?.SignedAt ?? DateTimeOffset.MaxValue);
        return new ProcesVerbaalMatter(file.Case.Number, file.Exam, file.Sitting, file.Report ?? ProcesVerbaalRecord.For(file.Case.Id), file.Assignment)
        {
            Institution = file.Institution.Name.In(language),
            Board = file.Institution.Board.In(language),
            Recordings = file.Recordings,
            // What was measured after the signature is no part of what was signed.
            Facts = [.. (await file.Db.RecordingFacts.Where(facts => recordings.Contains(facts.Recording)).ToListAsync(ct)).Where(facts => facts.MeasuredAt <= signed)],
            Observations = file.Observations,
            Exhibits = await ShownAsync(file, ct),
            LinkedSignals = await LinkedAsync(file, ct),
            Messages = file.Messages,
            Watched = Coverage.Of(file.Sitting, file.Recordings, file.Seen),
            WatchedSecond = file.WatchedSecond,
            Viewed = await ViewedAsync(file, reviewer, ct),
            Sources = (await file.Db.Signals.Where(signal => signal.Sitting == file.Sitting.Id).GroupBy(signal => signal.Source).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(ct)).ToImmutableSortedDictionary(source => source.Key, source => source.Count),
            // Before the opinion the first reviewer knows nothing of the second's marks, in the preview neither (AP-DPIA-3).
            Comparison = file.Assignment.Opinion is null ? new([]) : file.Comparison,
            Remarks = await file.RemarksAsync(ct),
            BsnIncidents = [.. (await file.Db.BsnIncidents.Where(item => item.Case == file.Case.Id).OrderBy(item => item.At).ToListAsync(ct)).Where(item => item.By == reviewer || file.Assignment.Opinion is not null)],
            Signals = await file.Db.Signals.CountAsync(signal => signal.Sitting == file.Sitting.Id, ct),
            SignalAnswers = [.. await file.Db.SignalAnswers.Where(answer => answer.Case == file.Case.Id && answer.By == reviewer).ToListAsync(ct)],
        };
    }

    private async Task<ImmutableArray<ShownExhibit>> ShownAsync(CaseFile file, CancellationToken ct)
    {
        var (id, reviewer) = (file.Case.Id, file.Assignment!.Reviewer);
        var taken = await file.Db.Exhibits.AsNoTracking().Where(item => item.Case == id && item.By == reviewer).ToListAsync(ct);
        var shown = ImmutableArray.CreateBuilder<ShownExhibit>();
        foreach (var (number, exhibit) in Exhibits.Numbered(file.Observations, taken)) shown.Add(await ShownAsync(number, exhibit, ct));
        return shown.ToImmutable();
    }

    private async Task<ShownExhibit> ShownAsync(int number, Exhibit exhibit, CancellationToken ct)
    {
        try
        {
            var png = await exhibits.ShownAsync(exhibit, ct);
            return new(number, exhibit, png is null ? null : ImmutableCollectionsMarshal.AsImmutableArray(png), png is null || exhibit.Masks.IsEmpty ? null : Convert.ToHexStringLower(SHA256.HashData(png)));
        }
        catch (DamagedRecordingException)
        {
            return new(number, exhibit, Png: null, Sha256: null);
        }
    }

    private static async Task<ImmutableArray<Signal>> LinkedAsync(CaseFile file, CancellationToken ct)
    {
        var linked = file.Observations.SelectMany(mark => mark.FromSignal is { } origin ? mark.Signals.Append(origin) : mark.Signals).Distinct().ToArray();
        return linked.Length is 0 ? [] : [.. await file.Db.Signals.AsNoTracking().Where(signal => signal.Sitting == file.Sitting.Id && linked.Contains(signal.Id)).ToListAsync(ct)];
    }
}
