using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Letters;

/// <summary>A decision that did not arrive is sent again, or otherwise; the time of that sending then counts (Awb 2:11). By post that is the posting of the letter that goes with it.</summary>
public sealed class Delivery(CaseFiles files, DocumentPress press)
{
    public Task<Answer> FailedAsync(CaseAsSeen @case, string problem, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.RecordDeliveryFailure, by,
        async file =>
        {
            file.StateWritten(Requirement.DeliveryProblem, problem);
            // None of its sendings reached the student, who never opened it; nor did the letters that went with it since it was decided.
            var (id, decision, at) = (file.Case.Id, file.After.Letter!.Id, file.After.Letter.PublishedAt);
            var sent = await file.Db.Sendings.Where(sending => sending.Case == id && sending.FailedAt == null
                && file.Db.Letters.Any(letter => letter.Id == sending.Letter && (letter.Id == decision || (letter.Kind == LetterKind.SentAgain && letter.PublishedAt >= at)))).ToListAsync(ct);
            // With what was printed and never went, its copy has nothing to be posted any more; a copy of what was sent still goes.
            var unsent = sent.Where(sending => sending is { Representative: null, IsToPost: true }).Select(sending => sending.Letter).ToHashSet();
            foreach (var sending in sent.Where(sending => sending.Representative is null || (sending.IsToPost && unsent.Contains(sending.Letter))).ToArray()) sending.Fail(problem.Trim(), file.Now);
            return new Step(problem);
        },
        keep: null,
        ct);

    /// <param name="by">The letter that goes with it carries this name: who sends it signs it (Awb 2:18).</param>
    /// <param name="address">Where it is posted to, line by line below the name; null for where the last one went.</param>
    public Task<Answer> SendAgainAsync(CaseAsSeen @case, SendingChannel channel, Signatory by, CancellationToken ct, string? address = null) => files.StepAsync(
        @case, CaseAction.SendAgain, by.Person,
        async file =>
        {
            file.Signing = by.Signing;
            await file.StateWayAsync(channel, address, ct);
            if (channel is not SendingChannel.Portal) return new Step();
            file.Db.Add(Sending.Of(file.After.Letter!, channel, "", file.Now));
            var lost = file.MakeDecisionKnown((file.After.HasGoneOut, file.After.Kept is not null), file.Now);
            return new Step(lost, StatutoryTerms.Appeal(Amsterdam.DateOf(file.Now)).LastDay);
        },
        // The decision stays as it was sent and names the old last day; a letter that goes with it names the one that holds now (Awb 2:12, 3:45).
        file => press.IssueAsync(file, LetterKind.SentAgain, ct, channel, address: address),
        ct);
}
