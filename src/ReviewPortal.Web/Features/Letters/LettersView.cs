using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Mail;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Letters;

/// <summary>The letters of one case: the one to be published and those that were.</summary>
public sealed record LettersView
{
    /// <summary>The decision letter; null as long as nothing has been decided.</summary>
    public required LetterKind? Kind { get; init; }

    /// <summary>The language in which it goes out: the student's.</summary>
    public required Language Language { get; init; }

    public required string? Student { get; init; }

    public required ImmutableArray<LetterFault> Faults { get; init; }

    /// <summary>May it be published through the portal?</summary>
    public required Answer ToPublish { get; init; }

    /// <summary>May it be published by post or by handing it over?</summary>
    public required Answer ToPublishOtherwise { get; init; }

    /// <summary>The student agreed to decisions through the portal (Awb 2:8).</summary>
    public required bool Agrees { get; init; }

    /// <summary>When this was read.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Whether a day of posting that was recorded can be put right.</summary>
    public required bool MayPutRight { get; init; }

    /// <summary>The sendings of printed letters that can be set aside.</summary>
    public required ImmutableHashSet<Guid> ToSetAside { get; init; }

    public required ImmutableArray<SentLetter> Sent { get; init; }

    public required ImmutableArray<Sending> Sendings { get; init; }

    /// <summary>Where the last letter to the student was posted to; empty when nobody filled that in.</summary>
    public required string PostalAddress { get; init; }

    /// <summary>What this person filled in of the way in which the decision goes out, before the page was left; null when nothing.</summary>
    public required WayFilledIn? Begun { get; init; }

    /// <summary>The chance that follows from the decision; null when none does.</summary>
    public required RetakeChance? Chance { get; init; }

    /// <summary>There is a signed proces-verbaal that the student cannot read yet.</summary>
    public required bool ReportToSend { get; init; }

    /// <summary>The student was not asked for a view (Awb 4:11).</summary>
    public required bool WithoutView { get; init; }

    /// <summary>May this person work towards it; the forms are shown accordingly.</summary>
    public required IReadOnlyDictionary<CaseAction, Answer> ToPrepare { get; init; }

    /// <summary>To whom copies go or went, with where to post them.</summary>
    public required ImmutableDictionary<Guid, Representative> Representatives { get; init; }

    private static readonly CaseAction[] AfterPublication =
        [CaseAction.RecordDeliveryFailure, CaseAction.SendAgain, CaseAction.RecordPosting, CaseAction.SetLetterAside, CaseAction.RecordBounce, CaseAction.SetReportAside, CaseAction.NotifyAgain, CaseAction.PlanRetake, CaseAction.ProposeRetakeAnswer, CaseAction.GrantRetake, CaseAction.RefuseRetake, CaseAction.CorrectLetter, CaseAction.SendProcesVerbaal];

    public static async Task<LettersView> OfAsync(CaseFile file, DocumentPress press, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(press);
        var decided = file.Decision is { IsSigned: true };
        var faults = decided ? await press.FaultsAsync(file, ct) : [];
        file.State(Requirement.LetterWithoutFaults, decided && faults.IsEmpty);
        await file.StateWayAsync(SendingChannel.Portal, address: null, ct);
        var (toPublish, agrees) = (file.Ask(CaseAction.Publish), file.Meets(Requirement.DeliveryAgreed));
        file.State(Requirement.DeliveryAgreed, true);
        var id = file.Case.Id;
        var mails = (await file.Db.ProgressAsync(id, ct)).ToLookup(mail => mail.Notification.Letter);
        var sendings = await file.Db.Sendings.Where(sending => sending.Case == id).OrderBy(sending => sending.At).ToListAsync(ct);
        var ways = sendings.ToLookup(sending => sending.Letter);
        var sent = await file.Db.Letters.Where(letter => letter.Case == id).OrderByDescending(letter => letter.PublishedAt).ToListAsync(ct);
        var corrections = await file.Db.CorrectionsAsync(id, sent, ct);
        var copies = ways.SelectMany(group => group).Select(way => way.Representative).OfType<Guid>().ToArray();
        return new LettersView
        {
            Kind = decided ? file.DecisionKind : null,
            Language = Languages.Parse(file.Student?.Language ?? "nl") ?? Language.Dutch,
            Student = file.Student?.Name,
            Faults = faults,
            ToPublish = toPublish,
            ToPublishOtherwise = file.Ask(CaseAction.Publish),
            Agrees = agrees,
            Now = file.Now,
            MayPutRight = RecordPosting.MayPutRight(file),
            ToSetAside = [.. SetLetterAside.Among(file, sent, sendings).Select(way => way.Id)],
            Sendings = file.After.Sendings,
            PostalAddress = sendings.LastOrDefault(sending => sending is { Representative: null, Address: not null })?.Address ?? "",
            Representatives = copies.Length is 0 ? ImmutableDictionary<Guid, Representative>.Empty : (await file.Db.Representatives.AsNoTracking().Where(item => copies.Contains(item.Id)).ToListAsync(ct)).ToImmutableDictionary(item => item.Id),
            Begun = file.Case.State is CaseState.Decided ? WayFilledIn.Of((await StepDrafts.OfAsync(file, CaseAction.Publish, ct))?.Text) : null,
            Chance = file.After.Retake,
            ReportToSend = file.SignedReport is not null && !file.IsDisclosed,
            WithoutView = file.View?.Waiver is not null,
            ToPrepare = file.AskToPrepareEach(AfterPublication),
            Sent = [.. sent.Select(letter => new SentLetter(letter.Id, letter.Kind, letter.Language, letter.PublishedAt, letter.PublishedByName, letter.FirstOpenedAt, letter.LastDay(ways[letter.Id]), letter.Sha256, [.. mails[letter.Id]], [.. ways[letter.Id]]) { Corrects = corrections.Corrects(letter.Id), CorrectedBy = corrections.CorrectedBy(letter.Id) })],
        };
    }
}

/// <param name="Mails">The notifications that it stands in the portal, in order; none when it went otherwise, or before they were kept.</param>
/// <param name="Ways">How it was sent, in order.</param>
public sealed record SentLetter(
    Guid Id, LetterKind Kind, Language Language, DateTimeOffset At, string By, DateTimeOffset? OpenedAt, DateOnly? AppealBy, string Sha256, ImmutableArray<NotificationProgress> Mails, ImmutableArray<Sending> Ways)
{
    /// <summary>It was printed to be posted or handed over: it was not made known by being made.</summary>
    public bool IsOnPaper => Sending.BeganOnPaper(Ways);

    /// <summary>When the letter went out that this one corrects; null when it corrects none.</summary>
    public DateTimeOffset? Corrects { get; init; }

    /// <summary>When the letters went out that correct this one.</summary>
    public ImmutableArray<DateTimeOffset> CorrectedBy { get; init; } = [];
}
