using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Mail;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Necessity;

/// <summary>A request in a list. The reason is not in it, and nothing about health (UU-R1-3).</summary>
/// <param name="Student">Empty for whoever is asked about the test and not about the student.</param>
/// <param name="IsWaiting">It waits for whoever reads the list.</param>
public sealed record FacilityLine(FacilityNumber Number, FacilitySeen Seen, string Student, string StudentNumber, string Test, string Course, DateOnly TestOn, FacilityState State, DateTimeOffset FiledAt, bool IsLate, bool IsWaiting)
{
    /// <summary>It waits for the reader, who is the board's secretary, and not for the board: its letter has to be posted, or sent again.</summary>
    public bool IsOnSecretary { get; init; }
}

/// <summary>A request as somebody of the staff may see it.</summary>
/// <param name="Request">Only for who sees the whole of it.</param>
/// <param name="Asked">The question that this reader was asked, with the answer; null for who asks.</param>
/// <param name="Open">What this reader can do now.</param>
public sealed record FacilityShown(FacilityAsSeen AsSeen, FacilityLine Line, string Programme, FacilityRequest? Request, FacilityStatement? Statement, Consultation? Asked, ImmutableHashSet<FacilityAction> Open)
{
    /// <summary>When this was read.</summary>
    public DateTimeOffset Now { get; init; }

    public FacilityLetter? Letter { get; init; }

    public ImmutableArray<LetterFault> Faults { get; init; } = [];

    /// <summary>Whom the board can ask, by the step with which it asks.</summary>
    public ImmutableDictionary<FacilityAction, ImmutableArray<Actor>> People { get; init; } = ImmutableDictionary<FacilityAction, ImmutableArray<Actor>>.Empty;
}

/// <summary>What the student stated, for the study adviser: no word about health.</summary>
public sealed record FacilityStatement(FacilityReason Reason, string Explanation, string WhyLate);

/// <summary>The letter that went out.</summary>
/// <param name="Ways">How it was sent, in order.</param>
/// <param name="Mails">What became of the e-mails about it, in order.</param>
public sealed record FacilityLetter(Letter Letter, ImmutableArray<Sending> Ways, ImmutableArray<NotificationProgress> Mails);

/// <summary>Finds requests for whoever has a task in them.</summary>
public sealed class FacilityViews(PortalDbs dbs, FacilityFiles files, FacilityPress press, TimeProvider clock)
{
    private static readonly FacilityAction[] Asking = [FacilityAction.AskAdvice, FacilityAction.ConsultExaminer, FacilityAction.AskDirector];

    /// <summary>What this person may see: the board everything, whoever was asked the own questions, the education office the outcomes. By the day of the test.</summary>
    public async Task<ImmutableArray<FacilityLine>> ListAsync(PersonId by, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        if (await db.PersonAsync(by, ct) is not { } actor) return [];
        var now = clock.GetUtcNow();
        var all = await db.SlipsAsync(_ => true, ct);
        var alarmed = actor.Is(Role.BoardSecretary) ? await db.AlarmedRequestsAsync(now, ct) : ImmutableDictionary<Guid, NotificationProgress>.Empty;
        var toPost = (await db.RequestsToPostAsync(ct)).ToDictionary(item => item.Request);
        // What was printed and not sent has no effect yet, and is the board's own (Awb 3:40).
        return
        [
            .. all.Select(request => (request, posting: toPost.GetValueOrDefault(request.Id)))
                .Select(row => (row.request, line: LineOf(row.request, actor, now, row.posting?.IsKnown is not false), row.posting))
                .Where(row => row.line.Seen is not FacilitySeen.Nothing and not FacilitySeen.Own && (row.line.Seen is not FacilitySeen.Outcome || row.posting?.IsKnown is not false))
                .Select(row => actor.Is(Role.BoardSecretary) && row.line.Seen is FacilitySeen.Whole && (row.posting is not null || alarmed.ContainsKey(row.request.Id)) ? row.line with { IsWaiting = true, IsOnSecretary = true } : row.line),
        ];
    }

    /// <returns>Null when there is none, or none for this person.</returns>
    public Task<FacilityShown?> FindAsync(string number, PersonId by, CancellationToken ct) => FacilityNumber.Parse(number) is not { } parsed ? Task.FromResult<FacilityShown?>(null) : files.LookAsync(
        parsed, by,
        async file =>
        {
            var request = file.Request;
            var isTold = file.Seen is FacilitySeen.Whole || (await file.Db.RequestsToPostAsync(ct)).All(item => item.Request != request.Id || item.IsKnown);
            var line = LineOf(request, file.Actor, file.Now, isTold);
            if (line.Seen is FacilitySeen.Own or FacilitySeen.Outcome) return null;
            var whole = line.Seen is FacilitySeen.Whole;
            return new FacilityShown(
                new(request.Id, request.Version), line, request.Programme, whole ? request : null,
                whole || line.Seen is FacilitySeen.Request ? new(request.Reason, request.Explanation, request.WhyLate) : null,
                whole ? null : AskedOf(request, file.Actor), [.. Enum.GetValues<FacilityAction>().Where(file.IsOpen)])
            {
                Now = file.Now,
                Letter = whole ? await LetterAsync(file, ct) : null,
                Faults = whole && request.PublishedAt is null ? await press.FaultsAsync(file, ct) : [],
                People = whole ? await PeopleAsync(file.Db, ct) : ImmutableDictionary<FacilityAction, ImmutableArray<Actor>>.Empty,
            };
        },
        ct);

    /// <param name="isTold">No letter on it lies printed that would be the first to be sent.</param>
    private static FacilityLine LineOf(FacilityRequest request, Actor actor, DateTimeOffset now, bool isTold)
    {
        var seen = FacilitySight.Of(request, actor);
        var named = seen is FacilitySeen.Whole or FacilitySeen.Request or FacilitySeen.Outcome;
        return new(
            request.Number, seen, named ? request.StudentName : "", named ? request.StudentNumber : "", request.Test, request.Course, request.TestOn,
            seen is FacilitySeen.Whole ? request.State : isTold ? request.StateOutside : request.StateUntold, request.FiledAt, request.IsLate,
            FacilityWaiting.IsFor(request, actor, now));
    }

    private static Consultation? AskedOf(FacilityRequest request, Actor actor) =>
        new[] { actor.Is(Role.StudyAdviser) ? request.Adviser : null, actor.Is(Role.Examiner) ? request.Examiner : null, actor.Is(Role.EducationDirector) ? request.Director : null }
            .FirstOrDefault(asked => asked?.Person == actor.Id);

    private static async Task<FacilityLetter?> LetterAsync(FacilityFile file, CancellationToken ct)
    {
        if (await file.Db.Letters.FirstOrDefaultAsync(item => item.Request == file.Request.Id, ct) is not { } letter) return null;
        return new(letter, [.. await file.Db.Sendings.Where(item => item.Letter == letter.Id).OrderBy(item => item.At).ToListAsync(ct)], await file.Db.ProgressOfLetterAsync(letter.Id, ct));
    }

    private static async Task<ImmutableDictionary<FacilityAction, ImmutableArray<Actor>>> PeopleAsync(PortalDb db, CancellationToken ct)
    {
        var people = ImmutableDictionary.CreateBuilder<FacilityAction, ImmutableArray<Actor>>();
        foreach (var action in Asking) people[action] = await db.WithRoleAsync(ConsultOnFacility.RoleOf(action), ct);
        return people.ToImmutable();
    }
}
