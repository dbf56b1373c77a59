using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Decisions;

/// <summary>A member of the board writes the decision and signs it as the first.</summary>
public sealed class Decide(CaseFiles files, DocumentPress press)
{
    public Task<Answer> RunAsync(CaseAsSeen @case, Outcome outcome, Signatory by, CancellationToken ct) => files.StepAsync(
        @case, ActionFor(outcome), by.Person,
        async file =>
        {
            Choices.RefuseUnknown(outcome);
            file.Signing = by.Signing;
            file.Decision?.Sign(outcome, file.Actor, file.Now, by.Signing);
            // What can never go out, nobody signs.
            file.State(Requirement.WordsFitForLetter, (await press.WordFaultsAsync(file, ct)).IsEmpty);
            await DecisionVersions.SignAsync(file, ct);
            return new Step();
        },
        keep: null,
        ct);

    /// <summary>Keeps the draft while it is being written.</summary>
    /// <param name="revision">The draft's revision as the member saw it: another member's words are not written over unseen.</param>
    public Task<Answer> WriteAsync(CaseId @case, DecisionDraft draft, int revision, PersonId by, CancellationToken ct) => files.PrepareAsync(
        @case, CaseAction.DecideValid, by,
        async file =>
        {
            if (file.Decision!.Revision != revision) return new(CaseAction.DecideValid, RefusalKind.ChangedMeanwhile);
            foreach (var text in draft.Texts()) file.StateLength(text, StaffWords.Longest);
            if (file.Unfit is { } unfit) return unfit;
            file.Decision.Write(draft);
            await DecisionVersions.KeepAsync(file, ct);
            return null;
        },
        ct);

    public static CaseAction ActionFor(Outcome outcome) => outcome switch
    {
        Outcome.Irregularity => CaseAction.DecideIrregularity,
        Outcome.Fraud => CaseAction.DecideFraud,
        _ => CaseAction.DecideValid,
    };
}
