using System.Collections.Immutable;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Import;
using ReviewPortal.Infrastructure.Import.Suppliers;
using ReviewPortal.Infrastructure.Media;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Infrastructure.Vault;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>What became of a delivery.</summary>
public abstract record ImportResult
{
    /// <summary>Nothing came of it, and whoever delivered has to do something.</summary>
    public bool IsRefused => this is NotTakenIn or Contradicts or NoSitting or SeveralSittings or SittingOfItsOwn or Quarantined or QuarantineFull or NeverALink or OfAnother or RosterOfASupplier or StillsWithoutSitting or RosterTakenIn { IsEmpty: true };
}

public sealed record TakenIn(SittingId Sitting, CaseNumber Case) : ImportResult
{
    /// <summary>Reports of suppliers that waited for this sitting.</summary>
    public int Linked { get; init; }

    /// <summary>What came damaged; it was kept all the same.</summary>
    public ImmutableArray<DamagedFile> Damaged { get; init; } = [];
}

/// <summary>The same delivery was taken in before; nothing changed.</summary>
public sealed record AlreadyThere(SittingId Sitting, CaseNumber Case) : ImportResult;

public sealed record NotTakenIn(DeliveryRefusal Refusal) : ImportResult;

/// <summary>Another delivery of the same sitting was taken in before. Which of the two holds, a person must say.</summary>
public sealed record Contradicts(CaseNumber Case) : ImportResult;

/// <summary>It came with the key of one supplier and names another.</summary>
public sealed record OfAnother(string Sender, string Named) : ImportResult;

/// <summary>Takes in a delivery: checks it whole, keeps the recordings, opens a case. Either everything is kept or nothing.</summary>
public sealed class ImportDelivery(PortalDbs dbs, RecordingVault vault, DamagedRecordings damaged, BundleReader reader, SupplierReader waiting, Gate gate, CaseNews news, TimeProvider clock)
{
    public Task<ImportResult> RunAsync(string path, Actor by, CancellationToken ct) => RunAsync(Incoming.At(path), by, ct);

    public async Task<ImportResult> RunAsync(Incoming incoming, Actor by, CancellationToken ct)
    {
        using var receipts = await vault.BeginAsync(clock, ct);
        switch (await reader.ReadAsync(incoming, async (manifest, stop) => await IsThereAsync(manifest, stop) ? null : receipts, ct))
        {
            case DeliveryRefusal refusal:
                return new NotTakenIn(refusal);
            case Delivery delivery when incoming.Supplier is { } sender && Supplier.KeyOf(sender) != Supplier.KeyOf(delivery.Recorder.Name):
                using (delivery) return new OfAnother(sender, delivery.Recorder.Name);
            case Delivery delivery:
                // What is here already is not taken in again, whatever has ended since.
                using (delivery) return await FindAsync(delivery, ct) ?? await gate.HoldAsync(delivery, incoming.Name, by, ct) ?? await TakeInAsync(delivery, receipts, by, ct);
            default:
                throw new InvalidOperationException("A delivery is read or refused");
        }
    }

    // What is there already is compared with its checksums once more, and not kept a second time.
    private async Task<bool> IsThereAsync(string manifest, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        return await db.Sittings.AnyAsync(sitting => sitting.DeliverySha256 == manifest, ct);
    }

    private async Task<ImportResult?> FindAsync(Delivery delivery, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        return await FindAsync(db, delivery, ct);
    }

    private static async Task<ImportResult?> FindAsync(PortalDb db, Delivery delivery, CancellationToken ct)
    {
        var start = delivery.Start.ToUniversalTime();
        var known = await db.Sittings
            .Where(sitting => sitting.DeliverySha256 == delivery.ManifestSha256
                || (sitting.Pseudonym == delivery.Candidate.Pseudonym && sitting.Start == start && db.Exams.Any(exam => exam.Id == sitting.Exam && exam.Code == delivery.Exam.Code)))
            .Select(sitting => new { sitting.Id, sitting.DeliverySha256, Number = db.Cases.Where(item => item.Sitting == sitting.Id).Select(item => item.Number).Single() })
            .FirstOrDefaultAsync(ct);
        if (known is null) return null;
        return known.DeliverySha256 == delivery.ManifestSha256 ? new AlreadyThere(known.Id, known.Number) : new Contradicts(known.Number);
    }

    private async Task<ImportResult> TakeInAsync(Delivery delivery, Receipts receipts, Actor by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var sitting = SittingId.New(now);
        var recordings = new List<Recording>();
        foreach (var track in delivery.Tracks)
        {
            foreach (var (part, segment) in track.Segments.Index()) recordings.Add(await ToRecordingAsync(sitting, track.Role, part, segment, ct));
        }

        var (result, opened) = await dbs.ChangeAsync(
            async db =>
            {
                var kept = await KeepAsync(db, delivery, sitting, [.. recordings], by, now, ct);
                if (kept.Opened is not null) receipts.LetRowsDecide();
                return kept;
            },
            ct);
        if (opened is not { } @case) return result;
        receipts.Admit();
        news.Tell(@case);
        return result;
    }

    private async Task<(ImportResult Result, CaseId? Opened)> KeepAsync(PortalDb db, Delivery delivery, SittingId id, Recording[] recordings, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        // Asked again inside the write gate: the same delivery may have come in twice at once.
        if (await FindAsync(db, delivery, ct) is { } known) return (known, null);

        var exam = await ExamAsync(db, delivery.Exam, now, ct);
        var @case = Case.Open(await NextNumberAsync(db, now, ct), id, now);
        var sitting = ToSitting(delivery, id, exam.Id, now);
        InTestMessage[] chat = [.. delivery.Chat.Select(line => new InTestMessage { Sitting = id, At = line.At, From = line.From, Text = line.Text })];
        db.AddRange(sitting, SittingFigures.Of(sitting, recordings, chat));
        db.AddRange(delivery.ExternalIds.Select(pair => ExternalId.Of(id, pair.Key, pair.Value)).DistinctBy(item => (item.System, item.Key)));
        db.AddRange(recordings);
        db.AddRange(delivery.Signals.Select(signal => (Signal: signal, Place: SignalPlace.In(signal.Data))).Select(pair => new Signal
        {
            Sitting = id, At = pair.Signal.At, Source = pair.Signal.Source, Kind = pair.Signal.Kind, Text = pair.Signal.Text, Weight = pair.Signal.Weight, Data = pair.Signal.Data,
            Site = pair.Place.Site, Application = pair.Place.Application,
        }));
        db.AddRange(chat);
        db.AddRange(@case, CaseEvent.Imported(@case, by, now));
        await db.SaveChangesAsync(ct);
        await db.AuditAsync(by, "sitting.import", $"sitting/{id}", new { @case = @case.Number.ToString(), manifest = delivery.ManifestSha256, files = recordings.Select(recording => recording.Sha256), content = await db.FingerprintAsync(@case, ct) }, now, ct);
        await db.SaveChangesAsync(ct);
        return (new TakenIn(id, @case.Number)
        {
            Linked = await SignalLink.WaitingAsync(db, waiting, id, by, now, ct),
            Damaged = [.. recordings.Where(item => item.Damage is not null).Select(item => new DamagedFile(item.File, item.Damage!.Value))],
        }, @case.Id);
    }

    // The first delivery of an exam fixes what its sheet allows: a later one must not change the rules of sittings already taken in.
    private static async Task<Exam> ExamAsync(PortalDb db, DeliveredExam delivered, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.Exams.FirstOrDefaultAsync(exam => exam.Code == delivered.Code, ct) is { } known) return known;
        var exam = new Exam
        {
            Id = Guid.CreateVersion7(now),
            Code = delivered.Code,
            Title = delivered.Title,
            Course = delivered.Course,
            Faculty = delivered.Faculty,
            Examiner = delivered.Examiner,
            Start = delivered.Start.ToUniversalTime(),
            End = delivered.End.ToUniversalTime(),
            AllowedAids = delivered.AllowedAids,
            Breaks = delivered.Breaks,
            Instructions = delivered.Instructions,
        };
        db.Add(exam);
        return exam;
    }

    private static async Task<CaseNumber> NextNumberAsync(PortalDb db, DateTimeOffset now, CancellationToken ct)
    {
        // Within the year of this moment: a clock that steps back over New Year must not number a case twice.
        var year = Core.Calendar.Amsterdam.DateOf(now).Year;
        var (first, nextYears) = (new CaseNumber(year, 1), new CaseNumber(year + 1, 1));
        var last = await db.Cases.Where(item => item.Number >= first && item.Number < nextYears).OrderByDescending(item => item.Number).Select(item => (CaseNumber?)item.Number).FirstOrDefaultAsync(ct);
        return last is { } number ? new CaseNumber(year, number.Sequence + 1) : first;
    }

    private static Sitting ToSitting(Delivery delivery, SittingId id, Guid exam, DateTimeOffset now) => new()
    {
        Id = id,
        Exam = exam,
        Pseudonym = delivery.Candidate.Pseudonym,
        StudentNumber = delivery.Candidate.StudentNumber,
        Start = delivery.Start.ToUniversalTime(),
        End = delivery.End.ToUniversalTime(),
        Supplier = $"{delivery.Recorder.Name} {delivery.Recorder.Version}".Trim(),
        DeliverySha256 = delivery.ManifestSha256,
        Manifest = Encoding.UTF8.GetString(delivery.Manifest.Span),
        ImportedAt = now,
    };

    private async Task<Recording> ToRecordingAsync(SittingId sitting, TrackRole role, int part, DeliveredSegment segment, CancellationToken ct)
    {
        var id = segment.Recording ?? throw new InvalidOperationException("A recording is sealed while it is read");
        return ToRecording(id, sitting, role, part, segment, await damaged.TryRepairAsync(id, segment.Index, ct));
    }

    /// <param name="shown">What can be shown of it, which is of a repaired copy when it came damaged.</param>
    private static Recording ToRecording(Guid id, SittingId sitting, TrackRole role, int part, DeliveredSegment segment, MediaIndex shown) => new()
    {
        Id = id,
        Sitting = sitting,
        Role = role,
        Part = part,
        File = segment.FileName,
        Bytes = segment.Bytes,
        Sha256 = segment.Sha256,
        OffsetSeconds = segment.OffsetSeconds,
        ClockRate = segment.ClockRate,
        DurationSeconds = shown.DurationSeconds,
        Width = shown.Video?.Width ?? 0,
        Height = shown.Video?.Height ?? 0,
        HasSound = shown.HasSound,
        ContentType = shown.ContentType,
        Holes = [.. shown.Missing.Select(hole => new Fragment(hole.From / 1000.0, hole.To / 1000.0))],
        Damage = shown.Flaws.HasFlag(RecordingFlaws.Repaired) ? RecordingDamage.Repaired : shown.Flaws.HasFlag(RecordingFlaws.Unreadable) ? RecordingDamage.Unreadable : null,
    };
}
