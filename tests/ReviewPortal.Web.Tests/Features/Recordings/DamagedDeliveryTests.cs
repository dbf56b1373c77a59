using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Media;
using ReviewPortal.Infrastructure.Vault;
using ReviewPortal.Web.Features.Recordings;
using ReviewPortal.Web.Tests.Import;
using ReviewPortal.Web.Tests.Media;
using ReviewPortal.Web.Tests.Media.Caged;

namespace ReviewPortal.Web.Tests.Features.Recordings;

/// <summary>A recording that came damaged is evidence too: it is kept as it came, and what can be saved of it is shown beside it.</summary>
public sealed class DamagedDeliveryTests
{
    private static readonly byte[] Whole = File.ReadAllBytes(Indexing.Recording("webcam.webm"));

    // Forty bytes that mean nothing, before the description of the tracks.
    private static readonly byte[] Damaged = [.. Whole[..TracksAt], .. new byte[40], .. Whole[TracksAt..]];

    // A recording by its first bytes, and nothing behind them.
    private static readonly byte[] Hopeless = [.. Whole[..TracksAt], .. new byte[2000]];

    private static int TracksAt => Whole.AsSpan().IndexOf<byte>([0x16, 0x54, 0xAE, 0x6B]);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_damaged_beyond_the_index_is_shown_from_a_repaired_copy_and_kept_as_it_came()
    {
        Assert.SkipUnless(Film.IsHere, "No ffmpeg");
        Assert.IsType<MediaRefusal>(await Indexing.TryIndexAsync(Damaged));
        await using var portal = await APortal.WithDemoPeopleAsync();
        var recording = await TakenInAsync(portal, Damaged);
        var vault = portal.Get<RecordingVault>();

        Assert.Equal(RecordingDamage.Repaired, recording.Damage);
        var whole = await Indexing.IndexAsync(Whole);
        Assert.InRange(recording.DurationSeconds, whole.DurationSeconds - 0.1, whole.DurationSeconds + 0.1);
        Assert.Equal((Convert.ToHexStringLower(SHA256.HashData(Damaged)), Damaged.Length), (recording.Sha256, recording.Bytes));
        Assert.Equal(recording.Sha256, await vault.HashAsync(recording.Id, Ct));
        var index = (await vault.IndexAsync(recording.Id, Ct))!;
        Assert.Equal(whole.Frames.Count, index.Frames.Count);
        Assert.True(index.Flaws.HasFlag(RecordingFlaws.Repaired));
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
        Assert.Equal(0, await portal.Get<Manifest>().CheckAsync(Ct));

        // And what plays is a recording.
        using var served = (await vault.OpenAsync(recording.Id, recording.Sha256, Ct))!;
        using var bytes = new MemoryStream();
        var pipe = System.IO.Pipelines.PipeWriter.Create(bytes);
        await served.CopyRangeAsync(0, served.Length, pipe, Ct);
        await pipe.FlushAsync(Ct);
        Assert.Equal(whole.Frames.Count, (await Indexing.IndexAsync(bytes.ToArray())).Frames.Count);

        Assert.True(await portal.Get<MeasureRecordings>().RunOneAsync(Ct));
    }

    [Fact]
    public async Task What_nobody_can_read_is_kept_marked_and_measured_as_unreadable()
    {
        Assert.SkipUnless(Film.IsHere, "No ffmpeg");
        await using var portal = await APortal.WithDemoPeopleAsync();
        var recording = await TakenInAsync(portal, Hopeless);

        AssertKept(recording, Hopeless);
        Assert.False(File.Exists(Path.Combine(portal.VaultFolder, recording.Id.ToString(), "repaired.sealed")));
        while (await portal.Get<MeasureRecordings>().RunOneAsync(Ct))
        {
        }

        Assert.Equal(MeasuringEnd.Unreadable, (await portal.ReadAsync(db => db.RecordingFacts.SingleAsync(item => item.Recording == recording.Id, Ct))).End);
        Assert.Equal(3, await portal.ReadAsync(db => db.RecordingFacts.CountAsync(Ct)));
    }

    [Fact]
    public async Task Without_ffmpeg_it_is_kept_and_marked_all_the_same()
    {
        await using var portal = await APortal.WithDemoPeopleAsync("Development", "--Media:Programs=/nowhere");
        var recording = await TakenInAsync(portal, Damaged);
        AssertKept(recording, Damaged);
        Assert.Equal(recording.Sha256, await portal.Get<RecordingVault>().HashAsync(recording.Id, Ct));
        Assert.Equal(0, await portal.Get<Manifest>().CheckAsync(Ct));
    }

    [Fact]
    public async Task A_recorder_that_was_restarted_gives_several_files_and_all_of_them_open()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        using var bundle = ADelivery.Of();
        bundle.Files["webcam-2.webm"] = Whole;
        var track = (JsonObject)bundle.Manifest["tracks"]![0]!;
        bundle.Manifest["tracks"]![0] = new JsonObject { ["role"] = "webcam", ["segments"] = new JsonArray(bundle.Entry("webcam.webm", 0), bundle.Entry("webcam-2.webm", 60)) };
        Assert.NotNull(track);
        Assert.IsType<TakenIn>(await portal.ImportAsync(bundle));

        var parts = await portal.ReadAsync(db => db.Recordings.Where(item => item.Role == TrackRole.Webcam).OrderBy(item => item.Part).ToListAsync(Ct));
        Assert.Equal([(0, 0.0), (1, 60.0)], parts.Select(part => (part.Part, part.OffsetSeconds)));
        foreach (var part in parts)
        {
            using var opened = await portal.Get<RecordingVault>().OpenAsync(part.Id, part.Sha256, Ct);
            Assert.True(opened!.Length >= Whole.Length - 1000);
        }
    }

    private static void AssertKept(Recording recording, byte[] bytes)
    {
        Assert.Equal((RecordingDamage.Unreadable, 0.0, bytes.Length), (recording.Damage, recording.DurationSeconds, recording.Bytes));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), recording.Sha256);
    }

    private static async Task<Recording> TakenInAsync(APortal portal, byte[] webcam)
    {
        using var bundle = ADelivery.Of();
        bundle.Files["webcam.webm"] = webcam;
        bundle.Manifest["tracks"]![0] = bundle.Track("webcam", "webcam.webm", 0);
        var damaged = Assert.Single(Assert.IsType<TakenIn>(await portal.ImportAsync(bundle)).Damaged);
        Assert.StartsWith("webcam.webm kwam beschadigd binnen", damaged.Sentence(Core.Writing.Language.Dutch), StringComparison.Ordinal);
        return await portal.ReadAsync(db => db.Recordings.SingleAsync(item => item.Role == TrackRole.Webcam, Ct));
    }
}
