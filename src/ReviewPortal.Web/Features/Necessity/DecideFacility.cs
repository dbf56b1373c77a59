using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Necessity;

/// <summary>What the board writes for its decision.</summary>
/// <param name="PrivacyStatement">The version of the privacy statement (UU-R1-9).</param>
public sealed record FacilityDecisionDraft(string Reasons, string Proportionality, string ReplyToView, string PrivacyStatement);

/// <summary>The board assesses a request, asks for a view where the facts differ, and decides (UU-R1-5 to UU-R1-9; Awb 4:7).</summary>
public sealed class DecideFacility(FacilityFiles files)
{
    public Task<FacilityAnswer> AssessAsync(FacilityAsSeen request, FacilityAssessment found, PersonId by, CancellationToken ct) => files.StepAsync(
        request, FacilityAction.Assess, by,
        file => file.Request.Assessment = found with
        {
            AsSoonAsPossible = file.Request.IsLate ? found.AsSoonAsPossible : null,
            LateReasons = file.Request.IsLate ? found.LateReasons.Trim() : "",
            SpecialReasons = found.SpecialReasons.Trim(),
            AlternativeReasons = found.AlternativeReasons.Trim(),
            LighterReasons = found.LighterReasons.Trim(),
            // Whoever was asked for a view was asked because the facts differ.
            FactsDiffer = file.Request.View is null ? found.FactsDiffer : true,
            By = file.Actor.Id,
            ByName = file.Actor.Name,
            At = file.Now,
        },
        ct);

    /// <param name="differing">Which facts differ from those in the request.</param>
    /// <param name="answerBy">The last day for the student to answer.</param>
    public Task<FacilityAnswer> AskViewAsync(FacilityAsSeen request, string differing, DateOnly answerBy, PersonId by, CancellationToken ct) => files.StepAsync(
        request, FacilityAction.AskView, by,
        file =>
        {
            file.State(FacilityNeed.DifferenceWritten, !Inked.IsEmpty(differing));
            file.State(FacilityNeed.ViewDayAhead, answerBy > Amsterdam.DateOf(file.Now));
            file.Request.View = new FacilityView(differing.Trim(), answerBy, file.Now);
            // Whoever asks for a view found that the facts differ.
            if (file.Request.Assessment is { } found) file.Request.Assessment = found with { FactsDiffer = true };
        },
        ct);

    /// <summary>The member who decides signs: the letter says so (Awb 2:18).</summary>
    public Task<FacilityAnswer> DecideAsync(FacilityAsSeen request, bool granted, FacilityDecisionDraft draft, Signatory by, CancellationToken ct) => files.StepAsync(
        request, granted ? FacilityAction.Grant : FacilityAction.Refuse, by.Person,
        file =>
        {
            file.Signing = by.Signing;
            file.Request.Decision = new FacilityDecision(
                granted, draft.Reasons.Trim(), granted ? "" : draft.Proportionality.Trim(), draft.ReplyToView.Trim(),
                Regulations.On(file.Request.TestOn, RegulationKind.Protocol)?.Name(file.LetterLanguage) ?? "", draft.PrivacyStatement.Trim())
            { By = file.Actor.Id, ByName = file.Actor.Name, At = file.Now };
        },
        ct);

    /// <summary>Until the letter has gone out the board can take its decision back; what it wrote stays, to be mended.</summary>
    public Task<FacilityAnswer> ReopenAsync(FacilityAsSeen request, PersonId by, CancellationToken ct) => files.StepAsync(request, FacilityAction.Reopen, by, _ => { }, ct);
}
