using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Import.Stills;
using ReviewPortal.Infrastructure.Vault;
using ReviewPortal.Web.Features.Recordings;
using ReviewPortal.Web.Tests.Commands;
using ReviewPortal.Web.Tests.Import.Stills;
using ReviewPortal.Web.Tests.Import.Suppliers;

namespace ReviewPortal.Web.Tests.Features.Recordings;

/// <summary>Screenshots through the one door: sealed under a key of their own, in order of time, each picture as it came.</summary>
public sealed class TakeInStillsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, "")]
    [InlineData(true, "")]
    [InlineData(true, "export/")]
    public async Task A_delivery_becomes_a_track_and_signals_of_its_sitting(bool zip, string inside)
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var @case = await SittingAsync(portal);
        var state = (await @case.NowAsync()).State;
        using var delivery = AStillDelivery.Of(3).Add("a.jpg", AStillDelivery.At(9, 0), APicture.Jpeg(800, 600)).Add("b.bin", AStillDelivery.At(9, 1), APicture.Webp("VP8L", 640, 480));

        var results = await portal.DeliverAsync(zip ? delivery.AsZip(inside) : delivery.AsFolder());

        Assert.Equal(5, results.OfType<SignalsTakenIn>().Single().Added);
        Assert.Equal((5, 0), (Stills(results).Added, Stills(results).Refused.Length));
        var track = await portal.ReadAsync(db => db.StillTracks.SingleAsync(Ct));
        Assert.Equal((5, AStillDelivery.At(8, 1), AStillDelivery.At(9, 1)), (track.Pictures, track.First, track.Last));
        var listed = (await portal.Get<StillFiles>().ListAsync(track.Id, 0, 100, Ct))!;
        Assert.Equal(["0000.png", "0001.png", "0002.png", "a.jpg", "b.bin"], listed.Select(still => still.Said.File));
        Assert.Equal([ImageKind.Png, ImageKind.Png, ImageKind.Png, ImageKind.Jpeg, ImageKind.Webp], listed.Select(still => still.Head.Kind));
        Assert.Equal(("Firefox", "Venster 08:01:00", null), (listed[0].Said.Application, listed[0].Said.Title, listed[0].Said.Address));
        foreach (var (n, still) in listed.Index())
        {
            var picture = (await portal.Get<StillFiles>().PictureAsync(track.Id, n, Ct))!;
            Assert.Equal(delivery.Files[still.Said.File!], picture.Bytes);
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(picture.Bytes)), picture.Sha256);
        }

        Assert.Null(await portal.Get<StillFiles>().PictureAsync(track.Id, 5, Ct));
        Assert.Equal(state, (await @case.NowAsync()).State);
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
        Assert.Equal(1, await portal.ReadAsync(db => db.AuditRows.CountAsync(row => row.Action == "delivery.stills", Ct)));
    }

    [Fact]
    public async Task Nothing_of_a_picture_lies_open_and_all_of_it_goes_with_its_key()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await SittingAsync(portal);
        var canary = RandomNumberGenerator.GetBytes(64);
        using var delivery = AStillDelivery.Of(0).Add("a.png", AStillDelivery.At(9, 0), [.. APicture.Png(10, 10)[..^12], .. canary, .. APicture.Png(10, 10)[^12..]]);
        Stills(await portal.DeliverAsync(delivery.AsZip()));
        var track = await portal.ReadAsync(db => db.StillTracks.SingleAsync(Ct));

        foreach (var file in Directory.EnumerateFiles(portal.Folder.FullName, "*", SearchOption.AllDirectories)) Assert.Equal(-1, Read(file).AsSpan().IndexOf(canary.AsSpan(0, 16)));
        await portal.Get<RecordingVault>().DestroyAsync(track.Id, Ct);

        Assert.Null(await portal.Get<StillFiles>().PictureAsync(track.Id, 0, Ct));
        Assert.False(Directory.Exists(Path.Combine(portal.VaultFolder, track.Id.ToString())));
    }

    [Fact]
    public async Task The_same_again_adds_nothing_and_what_is_new_comes_alone()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await SittingAsync(portal);
        using var delivery = AStillDelivery.Of(3);
        var broken = delivery.Files["0001.png"];
        delivery.Files["0001.png"] = broken[..^4];
        Assert.Equal((2, 1), (Stills(await portal.DeliverAsync(delivery.AsZip())) is var first ? first.Added : 0, first.Refused.Length));
        var before = (await portal.DumpAsync(), Vault(portal));

        await portal.DeliverAsync(delivery.AsZip());
        Assert.Equal(before.Item2, Vault(portal));
        Assert.Equal(1, await portal.ReadAsync(db => db.StillTracks.CountAsync(Ct)));

        // The supplier mends the one that was cut off.
        delivery.Files["0001.png"] = broken;
        var again = Stills(await portal.DeliverAsync(delivery.AsZip()));
        Assert.Equal((1, 2, 0), (again.Added, again.Known, again.Refused.Length));
        var dump = await portal.DumpAsync();
        Assert.Equal((0, 3), (Stills(await portal.DeliverAsync(delivery.AsFolder())) is var last ? last.Added : 0, last.Known));
        Assert.Equal(dump, await portal.DumpAsync());
    }

    [Fact]
    public async Task What_is_not_good_is_left_out_one_by_one_with_a_sentence()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await SittingAsync(portal);
        using var delivery = AStillDelivery.Of(1)
            .Add("absent.png", AStillDelivery.At(8, 10), null)
            .Add("text.png", AStillDelivery.At(8, 11), "no picture at all"u8.ToArray())
            .Add("wall.png", AStillDelivery.At(8, 12), APicture.Png(60_000, 60_000))
            .Add("heavy.png", AStillDelivery.At(8, 13), [.. APicture.Png(1, 1), .. new byte[9_000_000], .. APicture.Png(1, 1)])
            .Add("late.png", AStillDelivery.At(11, 0), APicture.Png(5, 5))
            .Add("../up.png", AStillDelivery.At(8, 14), null);
        delivery.Files["stray.png"] = APicture.Png(7, 7);

        var results = await portal.DeliverAsync(delivery.AsFolder());

        var stills = Stills(results);
        Assert.Equal(1, stills.Added);
        Assert.Equal(
            [StillFlaw.Missing, StillFlaw.NoImage, StillFlaw.TooManyPoints, StillFlaw.TooLarge, StillFlaw.Missing, StillFlaw.OutsideTheSitting, StillFlaw.Unnamed],
            stills.Refused.Select(left => left.Why));
        Assert.All([Language.Dutch, Language.English], language => Assert.All(ImportSentence.Lines("stills", stills, language), line => Assert.DoesNotContain("{", line, StringComparison.Ordinal)));
        Assert.Contains("late.png: this screenshot is of 2026-11-02 11:00:00 UTC, outside the sitting", string.Join('\n', ImportSentence.Lines("x", stills, Language.English)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_sitting_nothing_is_kept_and_the_sentence_says_what_to_do()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var @case = await SittingAsync(portal);
        using var delivery = AStillDelivery.Of(2, "somebody");
        var before = await portal.DumpAsync();
        var vault = Vault(portal);

        var refused = Assert.IsType<StillsWithoutSitting>(Assert.Single(await portal.DeliverAsync(delivery.AsZip())));

        Assert.True(refused.IsRefused);
        Assert.Contains("Deliver the sitting first", ImportSentence.Of("x", refused, Language.English), StringComparison.Ordinal);
        Assert.Equal(vault, Vault(portal));
        // The sender was told, and that is kept; of the pictures and what they are of, nothing.
        Assert.Equal(0, await portal.ReadAsync(db => db.SignalDeliveries.CountAsync(Ct)) + await portal.ReadAsync(db => db.StillTracks.CountAsync(Ct)));
        Assert.DoesNotContain("Venster", before + await portal.DumpAsync(), StringComparison.Ordinal);
        Assert.Equal(2, Stills(await portal.Get<TakeIn>().RunAsync(delivery.AsZip(), "seb", @case.Sitting.ToString(), portal.Who("coordinator"), Ct)).Added);
        Assert.IsType<NoSitting>(Assert.Single(await portal.Get<TakeIn>().RunAsync(delivery.AsZip(), null, "nonsense", portal.Who("coordinator"), Ct)));
    }

    [Fact]
    public async Task After_the_review_no_picture_is_kept()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Reported);
        await using var closing = portal;
        using var delivery = AStillDelivery.Of(2);
        var before = Vault(portal);
        var results = await portal.Get<TakeIn>().RunAsync(delivery.AsZip(), null, @case.Sitting.ToString(), portal.Who("coordinator"), Ct);
        Assert.Contains("review", ImportSentence.Of("x", results.OfType<StillsCameLate>().Single(), Language.English), StringComparison.Ordinal);
        Assert.Equal(before, Vault(portal));
        Assert.False(await portal.ReadAsync(db => db.StillTracks.AnyAsync(Ct)));
    }

    [Fact]
    public async Task Without_an_agreement_it_waits_whole_in_quarantine_and_comes_in_with_its_pictures()
    {
        await using var portal = await APortal.WithoutAgreementsAsync();
        await portal.AgreeAsync(Agreements.Recorder);
        await portal.CoverAsync(CoverageScopeOf, Agreements.Faculty);
        await SittingAsync(portal);
        using var delivery = AStillDelivery.Of(2);
        Assert.IsType<Quarantined>(Assert.Single(await portal.DeliverAsync(delivery.AsFolder())));
        Assert.False(await portal.ReadAsync(db => db.StillTracks.AnyAsync(Ct)));

        await portal.AgreeAsync("Safe Exam Browser");
        var released = await portal.Get<Quarantine>().ReleaseAllAsync(Ct);

        Assert.All(released, item => Assert.DoesNotContain(item.Results, result => result.IsRefused));
        Assert.Equal(2, (await portal.ReadAsync(db => db.StillTracks.SingleAsync(Ct))).Pictures);
        Assert.Empty(portal.InQuarantine());
    }

    /// <summary>The same words with other pictures are another delivery: what was mended is not thrown away for the sake of what was broken.</summary>
    [Fact]
    public async Task A_mended_album_waits_beside_the_broken_one()
    {
        await using var portal = await APortal.WithoutAgreementsAsync();
        await portal.AgreeAsync(Agreements.Recorder);
        await portal.CoverAsync(CoverageScopeOf, Agreements.Faculty);
        await SittingAsync(portal);
        using var broken = AStillDelivery.Of(2);
        broken.Files["0000.png"] = [1, 2, 3];
        using var mended = AStillDelivery.Of(2);
        Assert.False(Assert.IsType<Quarantined>(Assert.Single(await portal.DeliverAsync(broken.AsFolder()))).Again);
        Assert.False(Assert.IsType<Quarantined>(Assert.Single(await portal.DeliverAsync(mended.AsFolder()))).Again);
        Assert.True(Assert.IsType<Quarantined>(Assert.Single(await portal.DeliverAsync(mended.AsZip()))).Again);

        await portal.AgreeAsync("Safe Exam Browser");
        await portal.Get<Quarantine>().ReleaseAllAsync(Ct);

        Assert.Equal(2, await portal.ReadAsync(db => db.StillTracks.SumAsync(track => track.Pictures, Ct)));
    }

    /// <summary>What is no text in any script cannot be read as JSON; that is the delivery's fault, and said so.</summary>
    [Theory]
    [InlineData("[{\"\\ud800\":1}]")]
    [InlineData("[{\"\u00ff\":1}]")]
    public async Task A_file_that_is_no_text_is_refused_in_a_sentence(string json)
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var path = Path.Combine(portal.Folder.FullName, "meta.zip");
        await using (var archive = await System.IO.Compression.ZipFile.OpenAsync(path, System.IO.Compression.ZipArchiveMode.Create, Ct))
        {
            await using var entry = await archive.CreateEntry("meta.json").OpenAsync(Ct);
            await entry.WriteAsync(System.Text.Encoding.Latin1.GetBytes(json), Ct);
        }

        Assert.All(await portal.DeliverAsync(path), result => Assert.True(result.IsRefused));
    }

    [Fact]
    public async Task Four_at_once_keep_every_picture_once()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await SittingAsync(portal);
        using var delivery = AStillDelivery.Of(5);
        var path = delivery.AsZip();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => portal.DeliverAsync(path), Ct)));
        Assert.Equal(5, (await portal.ReadAsync(db => db.StillTracks.SingleAsync(Ct))).Pictures);
        Assert.Equal(0, await portal.Get<Manifest>().CheckAsync(Ct));
        Assert.Equal(4, Vault(portal).Length);
    }

    [Theory]
    [InlineData("original.sealed")]
    [InlineData("index.sealed")]
    public async Task Start_and_verify_know_the_pictures_and_name_what_is_damaged(string name)
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await SittingAsync(portal);
        using var delivery = AStillDelivery.Of(3);
        var import = (await PortalProcess.RunAsync(portal.Folder, "import", delivery.AsFolder())).Succeeded();
        Assert.Contains("screenshots with case 2026-0001: 3 new", import.Out, StringComparison.Ordinal);
        Assert.Contains("Recordings: 4 files", (await PortalProcess.RunAsync(portal.Folder, "verify")).Succeeded().Out, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, await portal.Get<Manifest>().CheckAsync(Ct));
        var track = (await portal.ReadAsync(db => db.StillTracks.SingleAsync(Ct))).Id;
        var file = Path.Combine(portal.VaultFolder, track.ToString(), name);
        var bytes = Read(file);
        bytes[^20] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, Ct);

        var broken = await PortalProcess.RunAsync(portal.Folder, "verify");

        Assert.Equal(1, broken.ExitCode);
        Assert.Contains(track.ToString(), broken.Error, StringComparison.Ordinal);
        Directory.Delete(Path.Combine(portal.VaultFolder, track.ToString()), recursive: true);
        Assert.Equal(1, await portal.Get<Manifest>().CheckAsync(Ct));
    }

    [Fact]
    public async Task What_a_stopped_import_left_aside_comes_to_its_place_by_its_row()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await SittingAsync(portal);
        using var delivery = AStillDelivery.Of(3);
        await portal.DeliverAsync(delivery.AsZip());
        var track = (await portal.ReadAsync(db => db.StillTracks.SingleAsync(Ct))).Id;
        var (place, aside) = (Path.Combine(portal.VaultFolder, track.ToString()), Path.Combine(portal.VaultFolder, "incoming", track.ToString()));
        Directory.CreateDirectory(Path.GetDirectoryName(aside)!);
        Directory.Move(place, aside);

        await portal.Get<RecordingVault>().SweepAsync(() => portal.Get<Manifest>().CommittedAsync(Ct));

        Assert.True(Directory.Exists(place));
        Assert.Equal(0, await portal.Get<Manifest>().CheckAsync(Ct));
    }

    private static Core.Retention.CoverageScope CoverageScopeOf => Core.Retention.CoverageScope.Faculty;

    private static async Task<ACase> SittingAsync(APortal portal)
    {
        using var bundle = ADelivery.Of();
        bundle.Manifest["externalIds"] = SupplierFiles.ExternalIds;
        return await portal.CaseOfAsync(Assert.IsType<TakenIn>(await portal.ImportAsync(bundle)).Sitting);
    }

    private static StillsTakenIn Stills(ImmutableArray<ImportResult> results) => results.OfType<StillsTakenIn>().Single();

    private static string[] Vault(APortal portal) => [.. Directory.EnumerateDirectories(portal.VaultFolder).Where(path => Guid.TryParse(Path.GetFileName(path), out _)).Order(StringComparer.Ordinal)];

    private static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
