using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Student;

/// <summary>The student asks for an extra chance, which force majeure that was reported during the test allows (art. 4.3a lid 2; UU-IR-9).</summary>
public sealed class RequestRetake(CaseFiles files)
{
    public Task<Answer> RunAsync(CaseAsSeen @case, string request, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.RequestRetake, by,
        file =>
        {
            file.StateLength(request, StudentWords.Longest);
            if (file.After.Retake is { } retake)
            {
                file.State(Requirement.RetakeOnRequest, file.Meets(Requirement.RetakeOnRequest) && retake.RequestedAt is null);
                retake.Ask(request, file.Now);
            }

            return new Step();
        },
        ct);

    /// <summary>Keeps the request while it is being written.</summary>
    public Task<Answer> WriteAsync(CaseId @case, string request, PersonId by, CancellationToken ct) => files.PrepareAsync(
        @case, CaseAction.RequestRetake, by,
        file =>
        {
            if (!StudentWords.Fit(request)) return Task.FromResult<Refused?>(GiveView.TooLong(request));
            if (file.After.Retake is { RequestedAt: null } retake) retake.Request = request;
            return Task.FromResult<Refused?>(null);
        },
        ct);
}
