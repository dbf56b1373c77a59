using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Letters;

/// <summary>A decision that did not arrive is sent again, or otherwise; the time of that sending then counts (Awb 2:11).</summary>
public sealed class Delivery(CaseFiles files, DocumentPress press)
{
    public Task<Answer> FailedAsync(CaseAsSeen @case, string problem, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.RecordDeliveryFailure, by,
        file =>
        {
            file.StateWritten(Requirement.DeliveryProblem, problem);
            file.After.Sendings.LastOrDefault(sending => sending.FailedAt is null)?.Fail(problem.Trim(), file.Now);
            return new Step(problem);
        },
        ct);

    /// <param name="proof">How the sending can be shown (Awb 2:25).</param>
    /// <param name="by">The letter that goes with it carries this name: who sends it signs it (Awb 2:18).</param>
    /// <param name="address">Where it is posted to, line by line below the name; null for where the last one went.</param>
    public Task<Answer> SendAgainAsync(CaseAsSeen @case, SendingChannel channel, string proof, Signatory by, CancellationToken ct, string? address = null) => files.StepAsync(
        @case.Choosing(channel), CaseAction.SendAgain, by.Person,
        async file =>
        {
            file.Signing = by.Signing;
            await file.StateWayAsync(channel, proof, address, ct);
            file.Db.Add(Sending.Of(file.After.Letter!, channel, proof, file.Now).To(address));
            return new Step(proof, StatutoryTerms.Appeal(Amsterdam.DateOf(file.Now)).LastDay);
        },
        // The decision stays as it was sent and names the old last day; a letter that goes with it names the one that holds now (Awb 2:12, 3:45).
        file => press.IssueAsync(file, LetterKind.SentAgain, ct, channel, address: address),
        ct);
}
