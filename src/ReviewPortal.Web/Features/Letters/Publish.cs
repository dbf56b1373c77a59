using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
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
        @case.Choosing(channel), CaseAction.Publish, by.Person,
        async file =>
        {
            file.Signing = by.Signing;
            var faults = file.Decision is null ? [] : await press.FaultsAsync(file, ct);
            file.State(Requirement.LetterWithoutFaults, file.Decision is not null && faults.IsEmpty);
            await file.StateWayAsync(channel, address, ct);
            return new Step(Lapse(file), channel is SendingChannel.Portal ? StatutoryTerms.Appeal(Amsterdam.DateOf(file.Now)).LastDay : null);
        },
        async file =>
        {
            if (file.DecisionKind.Proposes()) file.After.Termination?.SignedWith(file.Decision!);
            var letter = await press.IssueAsync(file, file.DecisionKind, ct, channel, address: address);
            if (channel is SendingChannel.Portal) file.Db.Add(Sending.Of(letter, channel, "", file.Now));
            await PublishTogether.EndAsync(file, letter, ct);
            Give(file, file.Decision!.Retake);
            // An appeal against the decision before it is against this one from here on (Awb 6:19, 6:24).
            if (file.After.Appeal is { IsOpen: true } open && !file.After.Ground().IsOnChance(open)) open.Letter = letter.Id;
        },
        ct);

    // What the decision gives the student begins to run with its publication (Awb 3:40; UU-IR-8). What the one before gave ran until now.
    private static void Give(CaseFile file, RetakeRight? right)
    {
        if (file.After.Retake is not { } earlier)
        {
            if (right is RetakeRight.Planned or RetakeRight.OnRequest) file.Db.Add(RetakeChance.Of(file.Case.Id, right.Value, file.Now));
        }
        else if (earlier.StaysUnder(right))
        {
            earlier.Right = right!.Value;
        }
        else if (right is RetakeRight.Planned or RetakeRight.OnRequest)
        {
            earlier.Restart(right.Value, file.Now);
        }
        else
        {
            file.Db.Remove(earlier);
        }
    }

    private static string? Lapse(CaseFile file) =>
        file.After.Retake is { } earlier && earlier.HasToLose(Amsterdam.DateOf(file.Now)) && !earlier.StaysUnder(file.Decision?.Retake)
            ? LifecycleTexts.ChanceLapsed(earlier.On?.WithWeekday(file.LetterLanguage), file.LetterLanguage)
            : null;
}
