using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Mail;

namespace ReviewPortal.Infrastructure.Store;

/// <summary>Opens requests for a special facility: to look, or to take one step along their table and keep it with its audit row.</summary>
public sealed class FacilityFiles(PortalDbs dbs, TimeProvider clock, Institutions institutions)
{
    // Open requests of one student for one test, on different days (house rule).
    private const int MostOpen = 5;

    /// <summary>Reads from the request as this person finds it now; default when there is none, or none that this person may see. Nothing is saved.</summary>
    public async Task<T?> LookAsync<T>(FacilityNumber number, PersonId by, Func<FacilityFile, Task<T>> read, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(read);
        await using var db = await dbs.LookAsync(ct);
        var request = await db.FacilityRequests.FirstOrDefaultAsync(item => item.Number == number, ct);
        return request is not null && await OpenAsync(db, request, by, ct) is { } file && file.Seen is not FacilitySeen.Nothing ? await read(file) : default;
    }

    /// <summary>A new request gets the next number of its year.</summary>
    /// <param name="write">Fills it in; what cannot be filed is not kept.</param>
    public Task<(FacilityAnswer Answer, FacilityNumber? Number)> FileAsync(PersonId by, Func<Actor, FacilityNumber, DateTimeOffset, FacilityRequest> write, Action<FacilityFile> state, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(state);
        return dbs.ChangeAsync<(FacilityAnswer, FacilityNumber?)>(
            async db =>
            {
                var now = clock.GetUtcNow();
                if (await db.PersonAsync(by, ct) is not { StudentNumber.Length: > 0 } actor) return (new FacilityRefused(FacilityAction.File, RefusalKind.NotThisRole), null);
                var file = await OpenAsync(db, write(actor, await NextNumberAsync(db, now, ct), now), by, ct);
                state(file!);
                var earlier = await EarlierAsync(file!, ct);
                file!.State(FacilityNeed.NotAskedYet, earlier is null);
                var answer = FacilityProcedure.Ask(null, FacilityAction.File, actor.Roles, file.Met(FacilityAction.File));
                if (answer is not FacilityDone done) return (answer is FacilityRefused refused ? refused with { Earlier = earlier } : answer, null);
                db.Add(file.Request);
                await KeepAsync(file, done, before: null, letter: null, ct);
                return (answer, file.Request.Number);
            },
            (new FacilityRefused(FacilityAction.File, RefusalKind.NoSuchChoice), null), ct);
    }

    /// <summary>Takes one step: opens the request, lets the action change it, asks the table, and keeps everything together or nothing at all.</summary>
    /// <param name="apply">What the action does to it before the table is asked; a refusal undoes it.</param>
    /// <param name="keep">The letter that follows from the step once it is permitted; in the same transaction.</param>
    public Task<FacilityAnswer> StepAsync(FacilityAsSeen seen, FacilityAction action, PersonId by, Func<FacilityFile, Task> apply, Func<FacilityFile, Task<Letter>>? keep, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(apply);
        return dbs.ChangeAsync<FacilityAnswer>(
            async db =>
            {
                var request = await db.FacilityRequests.FirstOrDefaultAsync(item => item.Id == seen.Id, ct);
                if (request is null || await OpenAsync(db, request, by, ct) is not { } file || file.Seen is FacilitySeen.Nothing) return new FacilityRefused(action, RefusalKind.NoCase);
                if (seen.Version is { } version && version != request.Version) return new FacilityRefused(action, RefusalKind.ChangedMeanwhile);

                // Asked before the action touches it as well: who may not act at all must not get as far as its payload.
                if (!file.IsOpen(action)) return file.AskWhose(action);
                file.Pin(action);
                await apply(file);
                var answer = file.Ask(action);
                if (answer is FacilityDone done) await KeepAsync(file, done, request.State, keep is null ? null : await keep(file), ct);
                return answer;
            },
            new FacilityRefused(action, RefusalKind.NoSuchChoice), ct);
    }

    /// <inheritdoc cref="StepAsync(FacilityAsSeen, FacilityAction, PersonId, Func{FacilityFile, Task}, Func{FacilityFile, Task{Letter}}?, CancellationToken)"/>
    public Task<FacilityAnswer> StepAsync(FacilityAsSeen seen, FacilityAction action, PersonId by, Action<FacilityFile> apply, CancellationToken ct) =>
        StepAsync(seen, action, by, file => { apply(file); return Task.CompletedTask; }, keep: null, ct);

    // Of what people wrote nothing goes into the log: it may tell of somebody's health.
    private static async Task KeepAsync(FacilityFile file, FacilityDone done, FacilityState? before, Letter? letter, CancellationToken ct)
    {
        var strange = before is not null && await file.Db.IsStrangeAsync(file.Request, ct);
        file.Request.Go(done, file.Now);
        file.Confirm(done.Row.Action);
        await file.Db.SaveChangesAsync(ct);
        await file.Db.AuditAsync(
            file.Actor, $"facility.{done.Row.Action}", $"facility/{file.Request.Id}",
            new
            {
                number = file.Request.Number.ToString(), from = before, to = file.Request.State, role = done.Row.Roles.First(file.Actor.Is), version = file.Request.Version,
                letter = letter?.Sha256, signedWith = file.Signing?.Method, provedAt = file.Signing?.ProvedAt, strange = strange ? true : (bool?)null, content = await file.Db.FingerprintAsync(file.Request.Id, ct),
            },
            file.Now, ct);
        await file.Db.SaveChangesAsync(ct);
    }

    private async Task<FacilityFile?> OpenAsync(PortalDb db, FacilityRequest request, PersonId by, CancellationToken ct) => await db.PersonAsync(by, ct) is not { } actor ? null : new FacilityFile
    {
        Db = db,
        Now = clock.GetUtcNow(),
        Actor = actor,
        Request = request,
        Institution = await institutions.OfAsync(HouseTexts.Everybody, ct),
        Student = await db.Users.Where(user => user.StudentNumber == request.StudentNumber && !user.Disabled).Select(user => new StudentAccount(user.Id, user.Name, user.Language)).FirstOrDefaultAsync(ct),
    };

    // Another day may be another sitting of the same test; but nobody has a stack of requests for one test to decide on.
    private static async Task<FacilityNumber?> EarlierAsync(FacilityFile file, CancellationToken ct)
    {
        var (number, test, course) = (file.Request.StudentNumber, FoldedText.Of(file.Request.Test).Text, FoldedText.Of(file.Request.Course).Text);
        var open = await file.Db.FacilityRequests.Where(item => item.StudentNumber == number && item.State != FacilityState.Withdrawn && item.PublishedAt == null)
            .Select(item => new { item.Number, item.Test, item.Course, item.TestOn }).OrderBy(item => item.Number).ToListAsync(ct);
        var same = open.Where(item => Same(item.Test, test) && Same(item.Course, course)).ToArray();
        return same.FirstOrDefault(item => item.TestOn == file.Request.TestOn) is { } twice ? twice.Number : same.Length >= MostOpen ? same[0].Number : null;

        static bool Same(string kept, string folded) => string.Equals(FoldedText.Of(kept).Text, folded, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<FacilityNumber> NextNumberAsync(PortalDb db, DateTimeOffset now, CancellationToken ct)
    {
        var year = Amsterdam.DateOf(now).Year;
        var last = await db.FacilityRequests.Select(item => (FacilityNumber?)item.Number).OrderByDescending(number => number).FirstOrDefaultAsync(ct);
        return new FacilityNumber(year, last is { } number && number.Year == year ? number.Sequence + 1 : 1);
    }
}
