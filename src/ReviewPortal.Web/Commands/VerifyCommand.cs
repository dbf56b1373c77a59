using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Review;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Infrastructure.Vault;

namespace ReviewPortal.Web.Commands;

/// <summary>Reads everything back and says whether it is whole: the database, the audit chain, the recordings, the signed documents.</summary>
internal static class VerifyCommand
{
    public static Command Create(Func<ParseResult, PortalOptions> options)
    {
        var command = new Command("verify", "Check database, audit chain, recordings and signed documents");
        command.SetAction((parsed, ct) => CommandLine.LookingAsync(
            options(parsed),
            services => VerifyAsync(services, ct),
            ct));
        return command;
    }

    private static async Task<int> VerifyAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<PortalDbs>().LookAsync(ct);
        var whole = await DatabaseAsync(db, ct);
        await using var unreadable = await UnreadableRows.SetAsideAsync(db, ct);
        whole &= await DamageAsync(unreadable.Damage);
        whole &= await AuditAsync(db, ct);
        whole &= await CasesAsync(db, ct);
        whole &= await RecordingsAsync(db, services.GetRequiredService<RecordingVault>(), services.GetRequiredService<StillFiles>(), ct);
        whole &= await ExhibitsAsync(db, services.GetRequiredService<ExhibitFiles>(), ct);
        whole &= await VerifyAttachments.RunAsync(db, services.GetRequiredService<AttachmentFiles>(), SayAsync, ct);
        whole &= await QuarantineAsync(db, services.GetRequiredService<QuarantineFolder>(), ct);
        whole &= await DocumentsAsync(db, ct);
        return whole ? CommandLine.Ok : CommandLine.Refused;
    }

    private static async Task<bool> DatabaseAsync(PortalDb db, CancellationToken ct)
    {
        // Whether the file is whole; a row that an older version accepted and this one would not is no damage.
        await db.Database.OpenConnectionAsync(ct);
        await db.Database.ExecuteSqlRawAsync("PRAGMA ignore_check_constraints=ON", ct);
        var integrity = await db.Database.SqlQueryRaw<string>("PRAGMA integrity_check").ToListAsync(ct);
        await db.Database.CloseConnectionAsync();
        return await SayAsync(integrity is ["ok"], "Verify.Database", integrity[0]);
    }

    private static async Task<bool> AuditAsync(PortalDb db, CancellationToken ct)
    {
        var (rows, head, at) = await db.VerifyAuditAsync(ct);
        return at is null
            ? await SayAsync(true, "Verify.Audit", rows, head)
            : await SayAsync(false, "Verify.AuditBroken", at.Seq, at.Kind);
    }

    private static async Task<bool> CasesAsync(PortalDb db, CancellationToken ct)
    {
        var damage = await db.VerifyCasesAsync(ct);
        var whole = await DamageAsync(damage);
        if (await db.WithoutFingerprintAsync(ct) is { Count: > 0 } older) await SayAsync(true, "Verify.WithoutFingerprint", older.Count, string.Join(", ", older));
        return whole && await SayAsync(true, "Verify.Cases", await db.Cases.CountAsync(ct));
    }

    private static async Task<bool> DamageAsync(IReadOnlyCollection<Damage> damage)
    {
        foreach (var found in damage) await SayAsync(false, $"Verify.Damage.{found.Kind}", [.. found.Details]);
        return damage.Count is 0;
    }

    private static async Task<bool> RecordingsAsync(PortalDb db, RecordingVault vault, StillFiles stills, CancellationToken ct)
    {
        // Looked at first: what has come to its place has rows by then, and what comes in while this reads is no stray.
        var there = vault.All().ToArray();
        var recordings = await db.Recordings.ToListAsync(ct);
        var whole = true;
        foreach (var recording in recordings)
        {
            if (await WrongAsync(recording, vault, ct) is { } wrong) whole = await SayAsync(false, wrong, recording.Id, recording.File);
        }

        var tracks = await db.StillTracks.ToListAsync(ct);
        foreach (var track in tracks)
        {
            if (await WrongAsync(track, vault, stills, ct) is { } wrong) whole = await SayAsync(false, wrong, track.Id, track.File);
        }

        var attached = await db.Attachments.Select(file => file.Id).ToListAsync(ct);
        foreach (var stray in there.Except(attached).Except(recordings.Select(recording => recording.Id)).Except(tracks.Select(track => track.Id))) whole = await SayAsync(false, "Verify.RecordingStray", stray);
        return whole && await SayAsync(true, "Verify.Recordings", recordings.Count + tracks.Count);
    }

    private static async Task<string?> WrongAsync(Recording recording, RecordingVault vault, CancellationToken ct)
    {
        try
        {
            var hash = await vault.HashAsync(recording.Id, ct);
            if (hash is null) return "Verify.RecordingMissing";
            if (hash != recording.Sha256) return "Verify.RecordingChanged";
        }
        catch (DamagedRecordingException)
        {
            return "Verify.RecordingChanged";
        }

        try
        {
            // Of a damaged one with its repaired copy.
            using var opened = await vault.OpenAsync(recording.Id, recording.Sha256, ct);
            return opened is null ? "Verify.IndexDamaged" : null;
        }
        catch (DamagedRecordingException)
        {
            return "Verify.IndexDamaged";
        }
    }

    private static async Task<string?> WrongAsync(StillTrack track, RecordingVault vault, StillFiles stills, CancellationToken ct)
    {
        try
        {
            if (await vault.HashAsync(track.Id, ct) is not { } hash) return "Verify.RecordingMissing";
            return hash == track.Sha256 && await stills.IsWholeAsync(track.Id, track.Pictures, ct) ? null : "Verify.RecordingChanged";
        }
        catch (DamagedRecordingException)
        {
            return "Verify.RecordingChanged";
        }
    }

    // On these a record of facts rests; what else is made from a recording can be made again.
    private static async Task<bool> ExhibitsAsync(PortalDb db, ExhibitFiles files, CancellationToken ct)
    {
        var whole = true;
        var exhibits = await db.Exhibits.Where(item => item.RemovedAt == null).ToListAsync(ct);
        foreach (var exhibit in exhibits)
        {
            if (!await IsWholeAsync(exhibit, files, ct)) whole = await SayAsync(false, "Verify.ExhibitChanged", exhibit.Id);
        }

        return whole && (exhibits.Count is 0 || await SayAsync(true, "Verify.Exhibits", exhibits.Count));
    }

    private static async Task<bool> IsWholeAsync(Exhibit exhibit, ExhibitFiles files, CancellationToken ct)
    {
        try
        {
            return await files.OriginalAsync(exhibit, ct) is not null;
        }
        catch (DamagedRecordingException)
        {
            return false;
        }
    }

    private static async Task<bool> QuarantineAsync(PortalDb db, QuarantineFolder quarantine, CancellationToken ct)
    {
        var whole = true;
        var waiting = await db.QuarantinedDeliveries.Where(item => item.EndedAt == null).ToListAsync(ct);
        foreach (var delivery in waiting)
        {
            if (!await IsWholeAsync(delivery, quarantine, ct)) whole = await SayAsync(false, "Verify.QuarantineChanged", delivery.Id, delivery.Name);
        }

        return whole && await SayAsync(true, "Verify.Quarantine", waiting.Count);
    }

    private static async Task<bool> IsWholeAsync(QuarantinedDelivery delivery, QuarantineFolder quarantine, CancellationToken ct)
    {
        try
        {
            return await quarantine.HashAsync(delivery.Id, ct) == delivery.PackedSha256;
        }
        catch (DamagedRecordingException)
        {
            return false;
        }
    }

    private static async Task<bool> DocumentsAsync(PortalDb db, CancellationToken ct)
    {
        var whole = true;
        var count = 0;
        await foreach (var file in db.Files.AsAsyncEnumerable().WithCancellation(ct))
        {
            count++;
            if (KeptFile.Pdf(file.Content).Sha256 != file.Sha256) whole = await SayAsync(false, "Verify.DocumentChanged", file.Sha256);
        }

        var reports = await db.ProcessenVerbaal.Where(report => report.SignedAt != null && !db.Files.Any(file => file.Sha256 == report.Sha256)).CountAsync(ct);
        if (reports > 0) whole = await SayAsync(false, "Verify.ReportMissing", reports);
        return whole && await SayAsync(true, "Verify.Documents", count);
    }

    private static async Task<bool> SayAsync(bool good, string key, params object?[] fill)
    {
        await (good ? Console.Out : Console.Error).WriteLineAsync(CommandTexts.Of(key, fill));
        return good;
    }
}
