using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.ProcesVerbaal;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Retention;
using ReviewPortal.Core.Review;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Mail;

namespace ReviewPortal.Infrastructure.Store;

/// <summary>What a step adds to the timeline, besides having been done.</summary>
/// <param name="Note">A reason or a name, in the person's words.</param>
/// <param name="Due">The day the next step is due, when the step itself sets it.</param>
public sealed record Step(string? Note = null, DateOnly? Due = null);

/// <summary>Opens case files: to look, or to take one step along the table and keep it with its event and its audit row.</summary>
public sealed class CaseFiles(PortalDbs dbs, CaseNews news, TimeProvider clock, BoardPolicy policy, Institutions institutions)
{
    /// <summary>Reads from the file as this person finds it now; default when there is no such case or no such person. Nothing is saved.</summary>
    public async Task<T?> LookAsync<T>(CaseId id, PersonId by, Func<CaseFile, Task<T>> read, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(read);
        await using var db = await dbs.LookAsync(ct);
        return await OpenAsync(db, id, by, ct, look: true) is { } file ? await read(file) : default;
    }

    /// <inheritdoc cref="LookAsync{T}(CaseId, PersonId, Func{CaseFile, Task{T}}, CancellationToken)"/>
    public Task<T?> LookAsync<T>(CaseId id, PersonId by, Func<CaseFile, T> read, CancellationToken ct) =>
        LookAsync(id, by, file => Task.FromResult(read(file)), ct);

    /// <summary>
    /// Takes one step: opens the file, lets the action change it, asks the lifecycle, and keeps everything together or nothing at all.
    /// </summary>
    /// <param name="apply">What the action does to the file before the lifecycle is asked; a refusal undoes it.</param>
    /// <param name="keep">What follows from the step once it is permitted, such as a letter; in the same transaction.</param>
    public async Task<Answer> StepAsync(
        CaseAsSeen seen, CaseAction action, PersonId by, Func<CaseFile, Task<Step>> apply, Func<CaseFile, Task>? keep, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(apply);
        var answer = await dbs.ChangeAsync<Answer>(
            async db =>
            {
                if (await OpenAsync(db, seen.Id, by, ct) is not { } file) return new Refused(action, RefusalKind.NoCase);
                if (IsOlder(seen, file)) return new Refused(action, RefusalKind.ChangedMeanwhile);

                // Asked before the action touches the file as well: who may not act at all must not get as far as its payload.
                if (file.Ask(action) is Refused { Kind: not RefusalKind.Unmet } refused) return refused;

                var step = await apply(file);
                var reply = file.Ask(action);
                if (reply is Done done) await KeepAsync(file, done, step, keep, ct);
                return reply;
            },
            new Refused(action, RefusalKind.NoSuchChoice), ct);

        if (answer.IsDone) news.Tell(seen.Id);
        return answer;
    }

    /// <inheritdoc cref="StepAsync(CaseAsSeen, CaseAction, PersonId, Func{CaseFile, Task{Step}}, Func{CaseFile, Task}?, CancellationToken)"/>
    public Task<Answer> StepAsync(CaseAsSeen seen, CaseAction action, PersonId by, Func<CaseFile, Step> apply, CancellationToken ct) =>
        StepAsync(seen, action, by, file => Task.FromResult(apply(file)), keep: null, ct);

    /// <summary>
    /// Keeps work in progress towards an action: marks, a report, a draft. It moves nothing and tells nothing; the action itself will.
    /// </summary>
    /// <param name="write">Changes the file; it may still refuse, and then nothing is kept.</param>
    public Task<Answer> PrepareAsync(CaseId id, CaseAction towards, PersonId by, Func<CaseFile, Task<Refused?>> write, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(write);
        return dbs.ChangeAsync<Answer>(
            async db =>
            {
                if (await OpenAsync(db, id, by, ct) is not { } file) return new Refused(towards, RefusalKind.NoCase);
                var answer = file.AskToPrepare(towards);
                if (!answer.IsDone) return answer;
                if ((await write(file) ?? file.Unfit) is { } refused) return refused;

                await db.SaveChangesAsync(ct);
                return answer;
            },
            new Refused(towards, RefusalKind.NoSuchChoice), ct);
    }

    /// <inheritdoc cref="PrepareAsync(CaseId, CaseAction, PersonId, Func{CaseFile, Task{Refused?}}, CancellationToken)"/>
    public Task<Answer> PrepareAsync(CaseId id, CaseAction towards, PersonId by, Action<CaseFile> write, CancellationToken ct) =>
        PrepareAsync(id, towards, by, file => { write(file); return Task.FromResult<Refused?>(null); }, ct);

    private static bool IsOlder(CaseAsSeen seen, CaseFile file) =>
        (seen.Version is { } version && version != file.Case.Version) || (seen.Draft is { } draft && draft != file.Decision?.Revision);

    private static async Task KeepAsync(CaseFile file, Done done, Step step, Func<CaseFile, Task>? keep, CancellationToken ct)
    {
        var told = file.Case.Go(done, file.Actor, file.Now, step.Note, step.Due, done.Row.Needs.Contains(Requirement.SignedAfresh) ? file.Signing : null);
        file.Db.Add(told);
        if (keep is not null) await keep(file);
        await file.ConfirmAsync(done.Row.Action, ct);
        await StepDrafts.ForgetAsync(file, done.Row, ct);
        var letter = file.Db.ChangeTracker.Entries<Letter>().SingleOrDefault(entry => entry.State is EntityState.Added)?.Entity.Sha256;
        if (letter is not null && done.Row.Document is null) throw new InvalidOperationException($"{done.Row.Action} sends a letter that the table does not name");
        var strange = await file.Db.StrangeAsync(file.Case, done.Row.From!.Value, ct);
        await file.Db.SaveChangesAsync(ct);
        await file.Db.AuditAsync(
            file.Actor, $"case.{done.Row.Action}", $"case/{file.Case.Id}",
            new
            {
                number = file.Case.Number.ToString(), from = done.Row.From, to = done.Row.To, role = told.ByRole, version = file.Case.Version, note = told.Note,
                // Who signed showed it like this, at that moment (Awb 2:18).
                signedWith = told.SignedWith, provedAt = told.ProvedAt,
                // What may not change from here on; CaseVerifier compares it.
                letter, strange, content = await file.Db.FingerprintAsync(file.Case, ct),
            },
            file.Now, ct);
        await file.Db.SaveChangesAsync(ct);
    }

    private async Task<CaseFile?> OpenAsync(PortalDb db, CaseId id, PersonId by, CancellationToken ct, bool look = false)
    {
        if (await db.PersonAsync(by, ct) is not { } actor || await RecordsAsync(db, id, ct) is not { } found) return null;
        var (state, sitting) = (found.Case.State, found.Sitting);
        var after = state >= CaseState.UnderInvestigation ? await Aftermath.LoadAsync(db, id, ct) : Aftermath.None;
        var signed = SignedOnce(found, after);
        var members = found.Session?.Members.Select(member => member.Id).ToArray() ?? [];
        PersonId?[] asked = [found.Hold?.LiftAskedBy];
        var people = await PeopleAsync(db, members.Union(signed.Concat(after.TookPart(found.Decision, found.Session)).Select(person => person.Id)).Union(asked.OfType<PersonId>()), ct);
        return new CaseFile
        {
            Db = db,
            IsLook = look,
            Now = clock.GetUtcNow(),
            Actor = actor,
            Case = found.Case,
            Sitting = sitting,
            Exam = found.Exam,
            Recordings = [.. (await db.Recordings.Where(item => item.Sitting == sitting.Id).ToListAsync(ct)).OrderBy(item => item.Role).ThenBy(item => item.Part)],
            Messages = [.. await db.Messages.Where(item => item.Sitting == sitting.Id).OrderBy(item => item.At).ToListAsync(ct)],
            Student = await db.Users.Where(user => user.StudentNumber == sitting.StudentNumber && !user.Disabled && db.UserRoles.Any(link => link.UserId == user.Id && db.Roles.Any(role => role.Id == link.RoleId && role.Name == nameof(Role.Student)))).Select(user => new StudentAccount(user.Id, user.Name, user.Language)).FirstOrDefaultAsync(ct),
            AllObservations = [.. await db.Observations.Where(item => item.Case == id).OrderBy(item => item.From).ToListAsync(ct)],
            AllSeen = [.. await db.Seen.Where(item => item.Case == id).ToListAsync(ct)],
            Withdrawn = [.. await db.CaseEvents.Where(item => item.Case == id && item.Action == CaseAction.HandBack && item.ByRole != Role.Coordinator).Select(item => item.By).ToListAsync(ct)],
            Declarations = [.. await db.ConflictDeclarations.Where(item => item.Case == id).OrderBy(item => item.At).ToListAsync(ct)],
            Policy = policy,
            Institution = await institutions.OfAsync(found.Exam.Faculty, ct),
            Assignment = found.Assignment,
            Report = found.Report,
            Disclosure = found.Disclosure,
            Investigation = found.Investigation,
            Invitation = found.Invitation,
            View = found.View,
            Attachments = found.View is null && found.Representative is null ? [] : [.. await db.Attachments.Where(item => item.Case == id).OrderBy(item => item.AddedAt).ThenBy(item => item.Id).ToListAsync(ct)],
            Representative = found.Representative,
            Hearing = found.Hearing,
            Session = found.Session,
            Decision = found.Decision,
            DraftKeptAt = found.DraftKeptAt,
            ExaminerReport = found.ExaminerReport,
            Closing = found.Closing,
            Hold = found.Hold,
            Restriction = found.Restriction,
            After = after,
            SessionMembers = OfTheBoard(people.Where(person => members.Contains(person.Id))),
            FirstSigners = signed,
            Involved = people,
        };
    }

    public static async Task<ImmutableArray<Actor>> SessionMembersAsync(PortalDb db, IEnumerable<PersonId> members, CancellationToken ct)
    {
        return OfTheBoard(await PeopleAsync(db, members, ct));
    }

    private static ImmutableArray<Actor> OfTheBoard(IEnumerable<Actor> people) => [.. people.Where(person => person.Is(Role.BoardMember) || person.Is(Role.Chair))];

    private static async Task<ImmutableArray<Actor>> PeopleAsync(PortalDb db, IEnumerable<PersonId> which, CancellationToken ct)
    {
        var ids = which.Select(person => person.Value).ToArray();
        return ids.Length is 0 ? [] : await db.PersonsAsync(user => ids.Contains(user.Id), ct);
    }

    // By name as they signed, whatever became of the account since.
    private static ImmutableArray<Actor> SignedOnce(CaseRecords found, Aftermath after)
    {
        (PersonId? Id, string? Name)[] signed =
        [
            found.Decision is { SignedBy: not null, CoSignedBy: null } decision ? (decision.SignedBy, decision.SignedByName) : default,
            after.Retake is { ProposedBy: not null, AnsweredAt: null } chance ? (chance.ProposedBy, chance.ProposedByName) : default,
            after.Termination is { IsMade: false } proposal ? (proposal.ProposedBy, proposal.ProposedByName) : default,
            found.Case.State is CaseState.UnderInvestigation ? (found.Closing?.ProposedBy, found.Closing?.ProposedByName) : default,
        ];
        return [.. signed.Where(signer => signer.Id is not null).Select(signer => Actor.AsRecorded(signer.Id!.Value, signer.Name))];
    }

    // Of each of these a case has one at most: they come in one command, however many of them there are.
    private static Task<CaseRecords?> RecordsAsync(PortalDb db, CaseId id, CancellationToken ct) => (
        from @case in db.Cases
        where @case.Id == id
        join sitting in db.Sittings on @case.Sitting equals sitting.Id
        join exam in db.Exams on sitting.Exam equals exam.Id
        from assignment in db.Assignments.Where(item => item.Case == id).DefaultIfEmpty()
        from report in db.ProcessenVerbaal.Where(item => item.Case == id).DefaultIfEmpty()
        from disclosure in db.ReportDisclosures.Where(item => item.Case == id).DefaultIfEmpty()
        from investigation in db.Investigations.Where(item => item.Case == id).DefaultIfEmpty()
        from invitation in db.Invitations.Where(item => item.Case == id).DefaultIfEmpty()
        from view in db.Views.Where(item => item.Case == id).DefaultIfEmpty()
        from representative in db.Representatives.Where(item => item.Case == id && item.Until == null).DefaultIfEmpty()
        from hearing in db.Hearings.Where(item => item.Case == id).DefaultIfEmpty()
        from session in db.Sessions.Where(item => item.Case == id).DefaultIfEmpty()
        from decision in db.Decisions.Where(item => item.Case == id).DefaultIfEmpty()
        from examinerReport in db.ExaminerReports.Where(item => item.Case == id).DefaultIfEmpty()
        from closing in db.Closings.Where(item => item.Case == id).DefaultIfEmpty()
        from hold in db.Holds.Where(item => item.Case == id && item.LiftedAt == null).OrderBy(item => item.PlacedAt).Take(1).DefaultIfEmpty()
        from restriction in db.Restrictions.Where(item => item.Case == id && item.EndedAt == null).OrderBy(item => item.From).Take(1).DefaultIfEmpty()
        select new CaseRecords(@case, sitting, exam, assignment, report, disclosure, investigation, invitation, view, representative, hearing, session, decision, examinerReport, closing, hold, restriction,
            db.DecisionVersions.Where(item => item.Case == id).Max(item => (DateTimeOffset?)item.Until)))
        .FirstOrDefaultAsync(ct);

    private sealed record CaseRecords(
        Case Case, Sitting Sitting, Exam Exam, ReviewAssignment? Assignment, ProcesVerbaalRecord? Report, ReportDisclosure? Disclosure, Investigation? Investigation, Invitation? Invitation, View? View, Representative? Representative, Hearing? Hearing,
        BoardSession? Session, Decision? Decision, ExaminerReport? ExaminerReport, Closing? Closing, Hold? Hold, Restriction? Restriction, DateTimeOffset? DraftKeptAt);
}
