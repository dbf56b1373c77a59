using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Committee;

/// <summary>The secretary puts the case on the agenda of a session, with the members who will decide it; again, when date or members change.</summary>
public sealed class Deliberate(CaseFiles files)
{
    public Task<Answer> RunAsync(CaseAsSeen @case, DateOnly session, IReadOnlyCollection<PersonId> members, PersonId by, CancellationToken ct) => files.StepAsync(
        @case, CaseAction.Deliberate, by,
        async file =>
        {
            file.SessionMembers = await CaseFiles.SessionMembersAsync(file.Db, members.Distinct(), ct);
            Open(file);
            (file.Session!.Date, file.Session.Members) = (session, [.. file.SessionMembers.Select(member => new SessionMember(member.Id, member.Name))]);
            return new Step(Due: session);
        },
        keep: null, ct);

    // Put on the agenda again, with another date or other members, the draft stays and a signature under it lapses.
    private static void Open(CaseFile file)
    {
        var mayReopen = file.Decision?.CoSignedBy is null || file.SignatoryHasConflict;
        file.State(Requirement.NotCoSigned, mayReopen);
        if (mayReopen && file.Decision is { IsSigned: true } signed) signed.Reopen();
        if (file.Session is not null) return;
        file.Session = new BoardSession { Case = file.Case.Id };
        file.Decision = Decision.For(file.Case.Id);
        file.Db.AddRange(file.Session, file.Decision);
    }
}
