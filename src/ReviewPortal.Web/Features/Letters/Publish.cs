using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Letters;

/// <summary>
/// The secretary makes the decision known: the letter's bytes are fixed, the student can open it, the appeal term begins tomorrow. Printed to be posted or handed over, it is issued only: it is made
/// known, and the term begins, on the day on which that is done (<see cref="RecordPosting"/>; Awb 3:41, 6:8).
/// </summary>
public sealed class Publish(CaseFiles files, DocumentPress press)
{
    /// <param name="channel">How it goes out; through the portal only to a student who agreed to that (Awb 2:8).</param>
    /// <param name="address">Where a letter by post goes, line by line below the name; null for where the last one went.</param>
    public Task<Answer> RunAsync(CaseAsSeen @case, Signatory by, CancellationToken ct, SendingChannel channel = SendingChannel.Portal, string? address = null) => files.StepAsync(
        @case, CaseAction.Publish, by.Person,
        async file =>
        {
            file.Signing = by.Signing;
            var faults = file.Decision is null ? [] : await press.FaultsAsync(file, ct);
            file.State(Requirement.LetterWithoutFaults, file.Decision is not null && faults.IsEmpty);
            await file.StateWayAsync(channel, address, ct);
            // Printed, it takes nothing away before it is sent.
            return new Step(TakesEffectNow(file, channel) ? file.LostByDecision() : null, channel is SendingChannel.Portal ? StatutoryTerms.Appeal(Amsterdam.DateOf(file.Now)).LastDay : null);
        },
        async file =>
        {
            if (file.DecisionKind.Proposes()) file.After.Termination?.SignedWith(file.Decision!);
            var letter = await press.IssueAsync(file, file.DecisionKind, ct, channel, address: address);
            if (channel is SendingChannel.Portal) file.Db.Add(Sending.Of(letter, channel, "", file.Now));
            await PublishTogether.EndAsync(file, letter, ct);
            if (TakesEffectNow(file, channel)) file.TakeEffect(letter, file.Now);
            if (channel is SendingChannel.Portal) file.BeginTerm(letter, file.Now);
        },
        ct);

    // Where no other decision stands, what it gives can be prepared while it lies printed (Awb 3:40).
    private static bool TakesEffectNow(CaseFile file, SendingChannel channel) => channel is SendingChannel.Portal || file.After.Kept is null;
}
