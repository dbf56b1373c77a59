using Microsoft.EntityFrameworkCore;
using ReviewPortal.Infrastructure.Media;
using ReviewPortal.Infrastructure.Vault;
using ReviewPortal.Web.Features.Recordings;

namespace ReviewPortal.Web.Tests.Features.Recordings;

/// <summary>What a killed import leaves on the disk, made by hand: the next start finishes or removes it.</summary>
public sealed class InterruptedImportTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_recording_that_was_committed_and_not_yet_moved_is_served_and_comes_to_its_place()
    {
        var (portal, _) = await Stages.AtAsync(Stage.Imported);
        await using var closing = portal;
        var recording = await portal.ReadAsync(db => db.Recordings.FirstAsync(Ct));
        Directory.CreateDirectory(Path.Combine(portal.VaultFolder, "incoming"));
        Directory.Move(Place(portal, recording.Id), Received(portal, recording.Id));

        Assert.Equal(recording.Sha256, await portal.Get<RecordingVault>().HashAsync(recording.Id, Ct));
        Assert.NotNull(await portal.Get<RecordingVault>().IndexAsync(recording.Id, Ct));
        await SweepAsync(portal);

        Assert.True(Directory.Exists(Place(portal, recording.Id)));
        Assert.False(Directory.Exists(Received(portal, recording.Id)));
        Assert.Equal(recording.Sha256, await portal.Get<RecordingVault>().HashAsync(recording.Id, Ct));
    }

    [Fact]
    public async Task A_recording_that_was_never_committed_goes_and_one_in_its_place_is_never_touched()
    {
        var (portal, _) = await Stages.AtAsync(Stage.Imported);
        await using var closing = portal;
        var (half, unknown) = (Guid.NewGuid(), Guid.NewGuid());
        foreach (var folder in new[] { Received(portal, half), Place(portal, unknown) })
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllTextAsync(Path.Combine(folder, "original"), "half", Ct);
        }

        await SweepAsync(portal);

        // A newer vault beside an older database must not lose what that database does not know.
        Assert.False(Directory.Exists(Received(portal, half)));
        Assert.True(Directory.Exists(Place(portal, unknown)));
    }

    [Fact]
    public async Task While_an_import_is_running_nothing_is_swept_from_under_it()
    {
        var (portal, _) = await Stages.AtAsync(Stage.Imported);
        await using var closing = portal;
        var half = Guid.NewGuid();
        Directory.CreateDirectory(Received(portal, half));
        using (await portal.Get<RecordingVault>().ReceivingAsync(Ct))
        {
            using var another = await portal.Get<RecordingVault>().ReceivingAsync(Ct);
            await SweepAsync(portal);
            Assert.True(Directory.Exists(Received(portal, half)));
        }

        await SweepAsync(portal);
        Assert.False(Directory.Exists(Received(portal, half)));
    }

    [Fact]
    public async Task A_case_is_told_of_when_it_can_be_found()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        using var bundle = ADelivery.Of();
        var found = new List<bool>();
        using var listening = portal.Get<Infrastructure.Store.CaseNews>().Listen(told => found.Add(portal.ReadAsync(db => db.Cases.AnyAsync(item => item.Id == told, Ct)).GetAwaiter().GetResult()));
        Assert.IsType<TakenIn>(await portal.ImportAsync(bundle));
        Assert.Equal([true], found);
    }

    /// <summary>The bytes may change between the check and the copy: what is kept is what was announced, or nothing.</summary>
    [Fact]
    public async Task Bytes_that_are_not_those_announced_are_not_received()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        using var bundle = ADelivery.Of();
        using var bytes = new MemoryStream(bundle.Files["webcam.webm"]);
        var index = Assert.IsType<MediaIndex>(await MediaFile.IndexAsync(new MemoryStream(bundle.Files["webcam.webm"]), Ct));
        await Assert.ThrowsAsync<InvalidDataException>(() => portal.Get<RecordingVault>().ReceiveAsync(Guid.NewGuid(), bytes, new string('0', 64), index, Ct));
        Assert.Empty(Directory.EnumerateDirectories(Path.Combine(portal.VaultFolder, "incoming")));
    }

    /// <summary>A commit that fails to be reported may have been one all the same: from then on the rows decide, at the next start.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_may_have_been_committed_is_not_discarded(bool rowsDecide)
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var vault = portal.Get<RecordingVault>();
        Guid recording;
        using (var receipts = await vault.BeginAsync(portal.Clock, Ct))
        {
            recording = receipts.Begin().Recording;
            if (rowsDecide) receipts.LetRowsDecide();
        }

        Assert.Equal(rowsDecide, Directory.Exists(Received(portal, recording)));
        Assert.Equal(rowsDecide, portal.Get<RecordingKeys>().Has(recording));
        await SweepAsync(portal);
        Assert.False(Directory.Exists(Received(portal, recording)));
    }

    private static Task SweepAsync(APortal portal) => portal.Get<RecordingVault>().SweepAsync(() => portal.ReadAsync(db => db.Recordings.Select(recording => recording.Id).ToHashSetAsync(Ct)));

    private static string Place(APortal portal, Guid recording) => Path.Combine(portal.VaultFolder, recording.ToString());

    private static string Received(APortal portal, Guid recording) => Path.Combine(portal.VaultFolder, "incoming", recording.ToString());
}
