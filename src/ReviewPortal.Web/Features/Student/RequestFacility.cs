using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Student;

/// <summary>What a student fills in to ask for a special facility.</summary>
/// <param name="Programme">The programme, and where in it the test stands.</param>
/// <param name="Health">What the board must know of the student's health; empty when nothing.</param>
/// <param name="WhyLate">Why it could not be sooner.</param>
public sealed record FacilityDraft(string Test, string Course, string Programme, DateOnly? TestOn, FacilityReason? Reason, string Explanation, string Health, string WhyLate)
{
    internal bool IsWithinLength =>
        Test.Length <= FacilityLengths.Test && Course.Length <= FacilityLengths.Course && Programme.Length <= FacilityLengths.Programme
        && Explanation.Length <= FacilityLengths.Explanation && Health.Length <= FacilityLengths.Health && WhyLate.Length <= FacilityLengths.WhyLate;
}

/// <summary>The student asks for online proctoring as a special facility, takes the request back, or says what the board asks (route 1; Awb 4:1, 4:7).</summary>
public sealed class RequestFacility(FacilityFiles files)
{
    /// <returns>The number of the request; null when it was refused.</returns>
    public Task<(FacilityAnswer Answer, FacilityNumber? Number)> FileAsync(FacilityDraft draft, PersonId by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return files.FileAsync(
            by,
            (student, number, now) => new FacilityRequest
            {
                Id = Guid.CreateVersion7(now),
                Number = number,
                StudentNumber = student.StudentNumber!,
                StudentName = student.Name,
                Test = draft.Test.Trim(),
                Course = draft.Course.Trim(),
                Programme = draft.Programme.Trim(),
                TestOn = draft.TestOn ?? Amsterdam.DateOf(now),
                Reason = draft.Reason ?? FacilityReason.Other,
                Explanation = draft.Explanation.Trim(),
                // Where the reason is another one, nothing about health is kept (AVG 5 lid 1 onder c).
                HealthDetail = draft.Reason is FacilityReason.Health or FacilityReason.Quarantine ? draft.Health.Trim() : "",
                WhyLate = draft.WhyLate.Trim(),
                FiledAt = now,
            },
            file =>
            {
                file.State(FacilityNeed.ReasonChosen, draft.Reason is { } reason && Enum.IsDefined(reason));
                file.State(FacilityNeed.WithinLength, draft.IsWithinLength);
                // What a test is called is the student's own writing here, and goes into the letter too.
                file.State(FacilityNeed.NoCitizenNumber, !draft.IsWithinLength || !CitizenNumbers.StandIn([], draft.Test, draft.Course, draft.Programme, draft.Explanation, draft.Health, draft.WhyLate));
            },
            ct);
    }

    public Task<FacilityAnswer> GiveViewAsync(FacilityAsSeen request, string text, PersonId by, CancellationToken ct) => files.StepAsync(
        request, FacilityAction.GiveView, by,
        file =>
        {
            file.State(FacilityNeed.AnswerWritten, !Inked.IsEmpty(text));
            file.State(FacilityNeed.WithinLength, text.Length <= FacilityLengths.View);
            file.State(FacilityNeed.NoCitizenNumber, text.Length > FacilityLengths.View || !CitizenNumbers.StandIn([file.Request.Test, file.Request.Course], text));
            if (file.Request.View is { } view) file.Request.View = view with { Text = text.Trim(), GivenAt = file.Now };
        },
        ct);

    public Task<FacilityAnswer> WithdrawAsync(FacilityAsSeen request, PersonId by, CancellationToken ct) => files.StepAsync(request, FacilityAction.Withdraw, by, _ => { }, ct);
}
