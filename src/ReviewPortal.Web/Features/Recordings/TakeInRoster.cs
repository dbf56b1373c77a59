using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Import;
using ReviewPortal.Infrastructure.Import.Rosters;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>A roster was read. Its bad lines were left out, and are told.</summary>
/// <param name="LeftOut">Provisions that are not kept.</param>
public sealed record RosterTakenIn(int Added, int Changed, int Same, RosterProblems Problems, int LeftOut, int Irregularities) : ImportResult
{
    /// <summary>Not one line could be used.</summary>
    public bool IsEmpty => Added + Changed + Same is 0 && Problems.Count > 0;
}

/// <summary>It came with the key of a supplier.</summary>
public sealed record RosterOfASupplier(string Supplier) : ImportResult;

/// <summary>Takes in who is enrolled for which test, with extra time and allowances. The file itself is not kept; what it says of results is not read (UU-REV-3).</summary>
public sealed class TakeInRoster(PortalDbs dbs, RosterReader reader, TimeProvider clock)
{
    /// <returns>Null when it is no roster.</returns>
    public async Task<ImportResult?> RunAsync(Incoming incoming, RosterFormat? format, Actor by, CancellationToken ct) => await reader.ReadAsync(incoming, format, ct) switch
    {
        null => null,
        DeliveryRefusal refusal => new NotTakenIn(refusal),
        // Who is enrolled is the institution's to say: nobody who delivers recordings changes names and extra time.
        Roster when incoming.Supplier is { } supplier => new RosterOfASupplier(supplier),
        Roster roster => await KeepAsync(roster, incoming.Name, by, ct),
        _ => throw new InvalidOperationException("A roster is read or refused"),
    };

    /// <summary>The same for a file that a coordinator sends.</summary>
    /// <returns>Null when it is no roster, or not theirs to send.</returns>
    public async Task<ImportResult?> ReceiveAsync(ReadOnlyMemory<byte> bytes, string file, PersonId by, CancellationToken ct)
    {
        if (await WhoAsync(by, ct) is not { } actor) return null;
        return reader.Read(bytes, file, format: null) switch
        {
            DeliveryRefusal refusal => new NotTakenIn(refusal),
            Roster roster => await KeepAsync(roster, file, actor, ct),
            _ => null,
        };
    }

    /// <summary>Takes away all that rosters said about a test: it serves no purpose any more once its sittings have been dealt with (AVG 5 lid 1 onder e).</summary>
    /// <returns>How many enrolments went; none when this person is no coordinator.</returns>
    public Task<int> RemoveAsync(string exam, PersonId by, CancellationToken ct) => dbs.ChangeAsync(
        async db =>
        {
            if (await db.PersonAsync(by, ct) is not { } actor || !actor.Is(Role.Coordinator)) return 0;
            var gone = await db.Enrolments.Where(item => item.Exam == exam).ExecuteDeleteAsync(ct);
            if (gone is 0) return 0;
            await db.AuditAsync(actor, "roster.remove", "roster", new { exam, enrolments = gone }, clock.GetUtcNow(), ct);
            await db.SaveChangesAsync(ct);
            return gone;
        },
        ct);

    private async Task<Actor?> WhoAsync(PersonId by, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        return await db.PersonAsync(by, ct) is { } actor && actor.Is(Role.Coordinator) ? actor : null;
    }

    private Task<ImportResult> KeepAsync(Roster roster, string file, Actor by, CancellationToken ct) => dbs.ChangeAsync<ImportResult>(
        async db =>
        {
            var now = clock.GetUtcNow();
            var exams = roster.Candidates.Select(item => item.Exam).Distinct(StringComparer.Ordinal).ToArray();
            var known = await db.Enrolments.Where(item => exams.Contains(item.Exam)).ToDictionaryAsync(item => (item.Exam, item.StudentNumber), ct);
            var (added, changed) = (0, 0);
            foreach (var candidate in roster.Candidates)
            {
                if (!known.TryGetValue((candidate.Exam, candidate.StudentNumber), out var enrolment))
                {
                    db.Add(enrolment = new Enrolment { Id = Guid.CreateVersion7(now), Exam = candidate.Exam, StudentNumber = candidate.StudentNumber });
                    added++;
                }
                else if (Says(enrolment, candidate))
                {
                    continue;
                }
                else
                {
                    changed++;
                }

                Tell(enrolment, candidate, now);
            }

            var taken = new RosterTakenIn(added, changed, roster.Candidates.Length - added - changed, roster.Problems, roster.LeftOut, roster.Irregularities);
            // The same file once more is no news.
            if (added + changed is 0 && await db.RosterImports.AnyAsync(item => item.Sha256 == roster.Sha256, ct)) return taken;
            var import = Told(roster, taken, file, by, now);
            db.Add(import);
            await db.SaveChangesAsync(ct);
            await db.AuditAsync(by, "roster.import", $"roster/{import.Id}", new { sha256 = roster.Sha256, exams, taken.Added, taken.Changed, taken.Same, refused = roster.Problems.Count }, now, ct);
            await db.SaveChangesAsync(ct);
            return taken;
        },
        ct);

    private static bool Says(Enrolment enrolment, EnrolledCandidate candidate) =>
        (enrolment.Name, enrolment.Email, enrolment.ExtraMinutes) == (candidate.Name, candidate.Email, candidate.ExtraMinutes)
        && enrolment.Allowances.SequenceEqual(candidate.Allowances)
        && (candidate.Attendance ?? enrolment.Attendance) == enrolment.Attendance;

    // A roster from before the test says nothing about being there, and takes back nothing that results said.
    private static void Tell(Enrolment enrolment, EnrolledCandidate candidate, DateTimeOffset now) =>
        (enrolment.Name, enrolment.Email, enrolment.ExtraMinutes, enrolment.Allowances, enrolment.Attendance, enrolment.ChangedAt) =
        (candidate.Name, candidate.Email, candidate.ExtraMinutes, candidate.Allowances, candidate.Attendance ?? enrolment.Attendance, now);

    private static RosterImport Told(Roster roster, RosterTakenIn taken, string file, Actor by, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        File = file,
        Format = roster.Format.Name(),
        Sha256 = roster.Sha256,
        ReceivedAt = now,
        ReceivedByName = by.Name,
        Added = taken.Added,
        Changed = taken.Changed,
        Same = taken.Same,
        LeftOut = roster.LeftOut,
        Irregularities = roster.Irregularities,
        Refused = roster.Problems.Count,
        Problems = roster.Problems.Told,
    };
}
