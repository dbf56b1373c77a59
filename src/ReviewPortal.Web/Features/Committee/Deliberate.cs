using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Committee;

/// <summary>The secretary puts the case on the agenda of a session, with the members who will decide it.</summary>
public sealed class Deliberate(CaseFiles files)
{
    public Task<Answer> RunAsync(CaseAsSeen @case, DateOnly session, IReadOnlyCollection<PersonId> members, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.Deliberate, by,
        async file =>
        {
            file.SessionMembers = await CaseFiles.SessionMembersAsync(file.Db, members.Distinct(), ct);
            file.Session = new BoardSession
            {
                Case = file.Case.Id,
                Date = session,
                Members = [.. file.SessionMembers.Select(member => new SessionMember(member.Id, member.Name))],
            };
            file.Decision = Decision.For(file.Case.Id);
            file.Db.AddRange(file.Session, file.Decision);
            return new Step(Due: session);
        },
        keep: null, ct);
}
