using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Student;

/// <summary>What happened to a test, as far as it was told to the student.</summary>
internal static class MyTimeline
{
    /// <param name="letters">All of the case.</param>
    /// <param name="sendings">All of the case.</param>
    // The steps that were told to the student, in the student's words; who reviewed or deliberated stays inside until a letter says so.
    public static async Task<IEnumerable<MyStep>> OfAsync(CaseFile file, IReadOnlyCollection<Letter> letters, IReadOnlyCollection<Sending> sendings, CancellationToken ct)
    {
        var id = file.Case.Id;
        CaseAction[] told = [CaseAction.TakeUp, CaseAction.InviteView, CaseAction.GiveView, CaseAction.SupplementView, CaseAction.AskHearing, CaseAction.PlanHearing, CaseAction.RecordHearing, CaseAction.CommentOnMinutes, CaseAction.MoveReactionDay, CaseAction.RemindStudent, CaseAction.RecordNoReaction, CaseAction.NameRepresentative, CaseAction.WithdrawRepresentative, CaseAction.AskAuthorisation, CaseAction.Publish,
            CaseAction.ReportByExaminer, CaseAction.CloseNoGrounds, CaseAction.RecordDeliveryFailure, CaseAction.SendAgain, CaseAction.RecordPosting, CaseAction.NotifyAgain, CaseAction.RequestRetake, CaseAction.GrantRetake, CaseAction.RefuseRetake, CaseAction.PlanRetake,
            CaseAction.ProposeTermination, CaseAction.CoSignTermination, CaseAction.WithdrawTermination, CaseAction.PlanEnrolmentHearing, CaseAction.CorrectLetter, CaseAction.SendProcesVerbaal, CaseAction.LodgeObjection, CaseAction.WithdrawObjection, CaseAction.DecideObjection, CaseAction.TerminateEnrolment, CaseAction.KeepEnrolment, CaseAction.LodgeAppeal, CaseAction.WithdrawAppeal, CaseAction.OpenSettlement, CaseAction.EndSettlement, CaseAction.SettleByDecision, CaseAction.SettleByWithdrawal, CaseAction.ReconsiderTermination, CaseAction.RecordInterimMeasure,
            CaseAction.EndInterimMeasure, CaseAction.RecordDismissal, CaseAction.RecordAnnulment, CaseAction.LodgeFurtherAppeal, CaseAction.Redecide, CaseAction.HearAgain, CaseAction.CloseAnnulled, CaseAction.ConfirmIrrevocable];
        var events = await file.Db.CaseEvents.Where(item => item.Case == id && told.Contains(item.Action)).OrderBy(item => item.Version).ToListAsync(ct);
        var printed = MadeWith(way => way.PostBy is not null);
        var setAside = MadeWith(way => way.NeverWent);
        var proposals = await ToldProposals.OfAsync(file.Db, id, events, ct);
        return events.Where(IsTold).Select(item => new MyStep(Amsterdam.DateOf(item.At), item.Action, NoteOf(item)) { IsPrinted = printed.Contains(item.At), SentOn = item.Action is CaseAction.RecordPosting ? PostingNote.DayOf(item.Note) : null, Channel = ChannelOf(item) }).Prepend(new MyStep(Amsterdam.DateOf(file.Sitting.Start), null, null));

        // A proposal is the student's to know from the letter on that tells it (Awb 3:40).
        bool IsTold(CaseEvent item) => item.Action switch
        {
            // The student reads of it when it goes to the executive board, with the second signature.
            CaseAction.ProposeTermination => proposals.WentAtOnce(item),
            CaseAction.WithdrawTermination => proposals.Tell(item),
            // Set aside before it went, it corrected nothing (Awb 3:40).
            CaseAction.CorrectLetter => !setAside.Contains(item.At),
            _ => true,
        };

        // A letter is made in the moment of its step.
        ImmutableHashSet<DateTimeOffset> MadeWith(Func<Sending, bool> way) =>
            [.. letters.Where(letter => sendings.Any(item => item.Letter == letter.Id && item.Representative is null && way(item))).Select(letter => letter.PublishedAt)];

        // Of a day that was put right since, the sending tells the later one.
        SendingChannel? ChannelOf(CaseEvent item) => item.Action is CaseAction.RecordPosting
            && sendings.Where(way => way is { Went: true, Channel: not SendingChannel.Portal } && PostingNote.Tells(item.Note, Amsterdam.DateOf(way.At), way.Proof)).Select(way => way.Channel).Distinct().ToArray() is [var only] ? only : null;

        // How a posting can be shown is the secretary's.
        string? NoteOf(CaseEvent item) => item.Action is CaseAction.RecordPosting ? PostingNote.LostOf(item.Note) : item.Action is CaseAction.Publish or CaseAction.SendAgain || IsLapse(item) ? item.Note : null;

        // An annulment is noted with what lapses by it; otherwise with the desk's own summary, which is not the student's.
        bool IsLapse(CaseEvent item) => item.Action is CaseAction.RecordAnnulment && file.After.Appeals.All(appeal => appeal.RulingSummary != item.Note);
    }
}
