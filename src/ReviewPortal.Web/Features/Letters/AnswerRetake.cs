using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Letters;

/// <summary>The new chance after an irregularity (art. 4.3a lid 2): planned by the education office, or granted or refused by the board on request.</summary>
public sealed class AnswerRetake(CaseFiles files, DocumentPress press)
{
    /// <param name="place">Where and at what hour; the student reads it with the day.</param>
    public Task<Answer> PlanAsync(CaseAsSeen @case, DateOnly on, string place, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.PlanRetake, by,
        async file =>
        {
            if (file.After.Retake is { } retake) (retake.On, retake.Place, retake.PlannedByName) = (on, place.Trim(), file.Actor.Name);
            await press.StateWordsAsync(file, LetterKind.NewTestPlanned, ct);
            return new Step($"{on:yyyy-MM-dd}");
        },
        file => press.IssueAsync(file, LetterKind.NewTestPlanned, ct),
        ct);

    public Task<Answer> GrantAsync(CaseAsSeen @case, string reasons, PersonId by, CancellationToken ct) => RunAsync(@case, granted: true, reasons, by, ct);

    public Task<Answer> RefuseAsync(CaseAsSeen @case, string reasons, PersonId by, CancellationToken ct) => RunAsync(@case, granted: false, reasons, by, ct);

    private Task<Answer> RunAsync(CaseAsSeen @case, bool granted, string reasons, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, granted ? CaseAction.GrantRetake : CaseAction.RefuseRetake, by,
        async file =>
        {
            if (file.After.Retake is { } retake)
            {
                file.State(Requirement.RetakeRequested, retake is { RequestedAt: not null, AnsweredAt: null });
                (retake.Granted, retake.AnswerReasons, retake.AnsweredAt, retake.AnsweredByName) = (granted, reasons.Trim(), file.Now, file.Actor.Name);
                if (granted) retake.PlanBy = RetakeChance.PlanByFrom(file.Now);
            }

            await press.StateWordsAsync(file, KindOf(granted), ct);
            return new Step(reasons);
        },
        file => press.IssueAsync(file, KindOf(granted), ct),
        ct);

    private static LetterKind KindOf(bool granted) => granted ? LetterKind.ExtraChanceGranted : LetterKind.ExtraChanceRefused;
}
