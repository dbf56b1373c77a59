using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Media;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Infrastructure.Vault;
using ReviewPortal.Web.Features.Recordings;

namespace ReviewPortal.Web.Tests.Vault;

/// <summary>Keys of recordings: bound to their recording, wrapped anew without touching it, and gone for good when they are destroyed.</summary>
public sealed class RecordingVaultTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_a_rotation_everything_opens_as_before_and_the_old_master_key_is_gone()
    {
        await using var portal = await WithRecordingsAsync();
        var (vault, masters) = (portal.Get<RecordingVault>(), portal.Get<MasterKeys>());
        var atRest = Bytes(portal.VaultFolder);

        Assert.Equal(new Rotation(2, 3, []), vault.RotateKeys());

        Assert.Equal([2], masters.Versions());
        Assert.Equal(atRest, Bytes(portal.VaultFolder));
        foreach (var recording in await RecordingsAsync(portal)) Assert.Equal(recording.Sha256, await vault.HashAsync(recording.Id, Ct));
    }

    [Fact]
    public async Task A_rotation_that_stopped_halfway_is_finished_by_the_next()
    {
        await using var portal = await WithRecordingsAsync();
        portal.Get<MasterKeys>().Add();
        var (data, gone) = (portal.Get<DataFolder>(), (await RecordingsAsync(portal))[2]);
        await File.WriteAllTextAsync(KeyOf(data, gone) + ".new", "half", Ct);

        Assert.Equal(new Rotation(3, 3, []), portal.Get<RecordingVault>().RotateKeys());
        Assert.Equal([3], portal.Get<MasterKeys>().Versions());
        foreach (var recording in await RecordingsAsync(portal)) Assert.NotNull(await portal.Get<RecordingVault>().IndexAsync(recording.Id, Ct));

        // What a rotation left half-written goes with the recording.
        File.Copy(KeyOf(data, gone), KeyOf(data, gone) + ".new");
        await portal.Get<RecordingVault>().DestroyAsync(gone.Id, Ct);
        Assert.DoesNotContain(Directory.EnumerateFiles(data.RecordingKeys), path => path.Contains(gone.Id.ToString(), StringComparison.Ordinal));
    }

    /// <summary>The layout of an index may change with a version; what was recorded stays to be seen.</summary>
    [Fact]
    public async Task An_index_of_another_version_is_made_again_from_the_original()
    {
        await using var portal = await WithRecordingsAsync();
        var (vault, recording) = (portal.Get<RecordingVault>(), (await RecordingsAsync(portal))[0]);
        var before = MediaIndexFile.Write((await vault.IndexAsync(recording.Id, Ct))!);
        await portal.Get<DerivedFiles>().WriteAsync(recording.Id, "index", new MemoryStream([.. "RPMX"u8, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9]), Ct);
        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => vault.OpenAsync(recording.Id, recording.Sha256, Ct)));
        Assert.All(both, opened => Assert.NotNull(opened));
        foreach (var opened in both) opened!.Dispose();
        Assert.Equal(before, await portal.Get<DerivedFiles>().ReadAsync(recording.Id, "index", Ct));
    }

    /// <summary>One damaged key must not keep a master key alive that has to be retired for all the others.</summary>
    [Fact]
    public async Task A_damaged_key_is_named_and_the_others_are_wrapped_anew()
    {
        await using var portal = await WithRecordingsAsync();
        var (vault, masters, damaged) = (portal.Get<RecordingVault>(), portal.Get<MasterKeys>(), (await RecordingsAsync(portal))[1].Id);
        var file = Path.Combine(portal.Get<DataFolder>().RecordingKeys, damaged.ToString());
        var whole = await File.ReadAllBytesAsync(file, Ct);
        await File.WriteAllBytesAsync(file, [.. whole[..^1], (byte)(whole[^1] ^ 1)], Ct);

        for (var version = 2; version <= 3; version++)
        {
            var rotation = vault.RotateKeys()!;
            Assert.Equal((version, 2, damaged), (rotation.Version, rotation.Count, Assert.Single(rotation.Damaged)));
            Assert.Equal([1, version], masters.Versions());
        }

        await File.WriteAllBytesAsync(file, whole, Ct);
        Assert.Equal(new Rotation(4, 3, []), vault.RotateKeys());
        Assert.Equal([4], masters.Versions());
        foreach (var recording in await RecordingsAsync(portal)) Assert.Equal(recording.Sha256, await vault.HashAsync(recording.Id, Ct));
    }

    [Fact]
    public async Task While_something_is_taken_in_nothing_is_rotated()
    {
        await using var portal = await WithRecordingsAsync();
        using (await portal.Get<RecordingVault>().ReceivingAsync(Ct)) Assert.Null(portal.Get<RecordingVault>().RotateKeys());
        Assert.NotNull(portal.Get<RecordingVault>().RotateKeys());
    }

    [Fact]
    public async Task A_key_or_a_recording_put_in_the_place_of_another_does_not_open()
    {
        await using var portal = await WithRecordingsAsync();
        var (vault, data, recordings) = (portal.Get<RecordingVault>(), portal.Get<DataFolder>(), await RecordingsAsync(portal));
        var (one, other) = (recordings[0], recordings[1]);

        var itsOwn = await File.ReadAllBytesAsync(KeyOf(data, one), Ct);
        File.Copy(KeyOf(data, other), KeyOf(data, one), overwrite: true);
        await Assert.ThrowsAsync<DamagedRecordingException>(() => vault.HashAsync(one.Id, Ct));

        await File.WriteAllBytesAsync(KeyOf(data, one), itsOwn, Ct);
        Assert.Equal(one.Sha256, await vault.HashAsync(one.Id, Ct));
        File.Copy(Original(portal, other), Original(portal, one), overwrite: true);
        await Assert.ThrowsAsync<DamagedRecordingException>(() => vault.HashAsync(one.Id, Ct));
        File.Copy(Path.Combine(portal.VaultFolder, one.Id.ToString(), "index.sealed"), Original(portal, one), overwrite: true);
        await Assert.ThrowsAsync<DamagedRecordingException>(() => vault.HashAsync(one.Id, Ct));
    }

    [Fact]
    public async Task Whoever_needs_the_first_master_key_at_the_same_time_gets_the_same_one()
    {
        for (var round = 0; round < 40; round++)
        {
            var data = new DataFolder(Directory.CreateTempSubdirectory("keys").FullName);
            var got = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => new MasterKeys(data) is var masters ? masters.Get(masters.Newest()) : [], Ct)));
            Assert.All(got, key => Assert.Equal(got[0], key));
            Assert.Equal([1], new MasterKeys(data).Versions());
            Directory.Delete(data.Root, recursive: true);
        }
    }

    [Fact]
    public async Task Without_its_master_key_nothing_opens_and_the_key_is_named()
    {
        await using var portal = await WithRecordingsAsync();
        portal.Get<MasterKeys>().Destroy(1);
        var recording = (await RecordingsAsync(portal))[0];
        var closed = await Assert.ThrowsAsync<DamagedRecordingException>(() => portal.Get<RecordingVault>().HashAsync(recording.Id, Ct));
        Assert.Contains("version 1", closed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_destroyed_stays_closed_when_a_backup_of_the_recordings_comes_back()
    {
        await using var portal = await WithRecordingsAsync();
        var (vault, recordings) = (portal.Get<RecordingVault>(), await RecordingsAsync(portal));
        var backup = await File.ReadAllBytesAsync(Original(portal, recordings[0]), Ct);

        await vault.DestroyAsync(recordings[0].Id, Ct);
        Assert.False(Directory.Exists(Path.GetDirectoryName(Original(portal, recordings[0]))));
        Assert.DoesNotContain(recordings[0].Id, portal.Get<RecordingKeys>().All());
        Directory.CreateDirectory(Path.GetDirectoryName(Original(portal, recordings[0]))!);
        await File.WriteAllBytesAsync(Original(portal, recordings[0]), backup, Ct);

        Assert.Null(await vault.HashAsync(recordings[0].Id, Ct));
        Assert.Equal(recordings[1].Sha256, await vault.HashAsync(recordings[1].Id, Ct));
        await vault.DestroyAsync(recordings[0].Id, Ct);
    }

    [Fact]
    public async Task What_an_earlier_version_left_open_is_sealed_at_the_start_also_when_that_stopped_halfway()
    {
        await using var portal = await WithRecordingsAsync();
        var (vault, recordings) = (portal.Get<RecordingVault>(), await RecordingsAsync(portal));
        var (open, text) = (Path.Combine(portal.VaultFolder, Guid.NewGuid().ToString(), "original"), new byte[50_000]);
        Directory.CreateDirectory(Path.GetDirectoryName(open)!);
        await File.WriteAllBytesAsync(open, text, Ct);
        await File.WriteAllTextAsync(open + ".sealed", "half", Ct);

        await vault.SealEarlierAsync(Ct);
        await vault.SealEarlierAsync(Ct);

        Assert.False(File.Exists(open));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(text)), await vault.HashAsync(Guid.Parse(Path.GetFileName(Path.GetDirectoryName(open)!)), Ct));
        Assert.Equal(recordings[0].Sha256, await vault.HashAsync(recordings[0].Id, Ct));
    }

    [Theory]
    [InlineData("original.sealed", true)]
    [InlineData("original.sealed", false)]
    [InlineData("index.sealed", false)]
    [InlineData(null, false)]
    public async Task At_the_start_what_is_missing_cut_off_or_without_its_key_is_counted(string? part, bool cutOff)
    {
        await using var portal = await WithRecordingsAsync();
        Assert.Equal(0, await portal.Get<Manifest>().CheckAsync(Ct));
        var recording = (await RecordingsAsync(portal))[1];
        var path = part is null ? KeyOf(portal.Get<DataFolder>(), recording) : Path.Combine(portal.VaultFolder, recording.Id.ToString(), part);
        var whole = await File.ReadAllBytesAsync(path, Ct);
        File.Delete(path);
        if (cutOff) await File.WriteAllBytesAsync(path, whole[..^1], Ct);

        Assert.Equal(1, await portal.Get<Manifest>().CheckAsync(Ct));
    }

    [Fact]
    public async Task Only_the_account_of_the_portal_may_read_a_key()
    {
        if (OperatingSystem.IsWindows()) return;
        await using var portal = await WithRecordingsAsync();
        var data = portal.Get<DataFolder>();
        var files = Directory.EnumerateFiles(data.RecordingKeys).Concat(Directory.EnumerateFiles(Path.Combine(data.Keys, "recordings"))).ToArray();
        files = [.. files.Where(path => Path.GetFileName(path) is not "lock")];
        Assert.Equal(4, files.Length);
        Assert.All(files, file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(file)));
    }

    private static async Task<APortal> WithRecordingsAsync() => (await Stages.AtAsync(Stage.Imported)).Item1;

    private static Task<List<Recording>> RecordingsAsync(APortal portal) => portal.ReadAsync(db => db.Recordings.OrderBy(recording => recording.Id).ToListAsync(Ct));

    private static string Original(APortal portal, Recording recording) => Path.Combine(portal.VaultFolder, recording.Id.ToString(), "original.sealed");

    private static string KeyOf(DataFolder data, Recording recording) => Path.Combine(data.RecordingKeys, recording.Id.ToString());

    private static Dictionary<string, byte[]> Bytes(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(path => path, File.ReadAllBytes);
}
