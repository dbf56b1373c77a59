using System.IO.Pipelines;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Infrastructure.Vault;

namespace ReviewPortal.Web.Tests.Vault;

/// <summary>What is remembered of a recording while it plays is no second copy of its key that outlives it.</summary>
public sealed class RecentlyServedTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_opening_serves_the_same_bytes_under_the_same_tag()
    {
        await using var portal = await WithRecordingsAsync();
        foreach (var recording in await RecordingsAsync(portal))
        {
            var (first, tag) = await ReadAsync(portal, recording);
            var (again, same) = await ReadAsync(portal, recording);
            Assert.Equal(first, again);
            Assert.Equal(tag, same);
        }
    }

    [Fact]
    public async Task Many_readers_at_once_get_what_each_asked_for()
    {
        await using var portal = await WithRecordingsAsync();
        var recordings = await RecordingsAsync(portal);
        var whole = new List<byte[]>();
        foreach (var recording in recordings) whole.Add((await ReadAsync(portal, recording)).Bytes);

        await Parallel.ForEachAsync(Enumerable.Range(0, 400), Ct, async (turn, _) =>
            Assert.Equal(whole[turn % recordings.Count], (await ReadAsync(portal, recordings[turn % recordings.Count])).Bytes));
    }

    [Fact]
    public async Task After_a_rotation_it_plays_on_and_after_its_destruction_it_does_not()
    {
        await using var portal = await WithRecordingsAsync();
        var (vault, recordings) = (portal.Get<RecordingVault>(), await RecordingsAsync(portal));
        var before = await ReadAsync(portal, recordings[0]);
        Assert.NotNull(vault.RotateKeys());
        Assert.Equal(before.Bytes, (await ReadAsync(portal, recordings[0])).Bytes);

        await vault.DestroyAsync(recordings[0].Id, Ct);
        Assert.Null(await vault.OpenAsync(recordings[0].Id, recordings[0].Sha256, Ct));
    }

    [Theory]
    [InlineData("original.sealed")]
    [InlineData("index.sealed")]
    public async Task What_becomes_damaged_while_it_plays_is_noticed_at_the_next_opening(string part)
    {
        await using var portal = await WithRecordingsAsync();
        var recording = (await RecordingsAsync(portal))[0];
        await ReadAsync(portal, recording);
        await File.AppendAllTextAsync(Path.Combine(portal.VaultFolder, recording.Id.ToString(), part), "x", Ct);
        await Assert.ThrowsAsync<DamagedRecordingException>(() => portal.Get<RecordingVault>().OpenAsync(recording.Id, recording.Sha256, Ct));
    }

    [Fact]
    public async Task More_recordings_than_are_remembered_open_all_the_same()
    {
        await using var portal = await WithRecordingsAsync();
        var (vault, recording) = (portal.Get<RecordingVault>(), (await RecordingsAsync(portal))[0]);
        var index = (await vault.IndexAsync(recording.Id, Ct))!;
        for (var number = 0; number < 300; number++)
        {
            var (id, bytes) = (Guid.NewGuid(), new byte[index.ServedTo]);
            bytes[0] = (byte)number;
            var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
            await vault.ReceiveAsync(id, new MemoryStream(bytes), hash, index, Ct);
            vault.Admit(id);
            for (var turn = 0; turn < 2; turn++)
            {
                using var opened = await vault.OpenAsync(id, hash, Ct);
                Assert.StartsWith($"\"{hash}-", opened!.Tag, StringComparison.Ordinal);
            }
        }
    }

    /// <summary>A backup of everything is put back; what was destroyed since is destroyed again before anybody is served.</summary>
    [Fact]
    public async Task A_backup_brings_nothing_back_that_was_destroyed()
    {
        await using var portal = await WithRecordingsAsync();
        var (data, recordings) = (portal.Get<DataFolder>(), await RecordingsAsync(portal));
        var backup = Directory.CreateTempSubdirectory("backup");
        Copy(data.Vault, Path.Combine(backup.FullName, "vault"));
        Copy(data.RecordingKeys, Path.Combine(backup.FullName, "recording-keys"));
        await portal.Get<RecordingVault>().DestroyAsync(recordings[0].Id, Ct);

        Copy(Path.Combine(backup.FullName, "vault"), data.Vault);
        Copy(Path.Combine(backup.FullName, "recording-keys"), data.RecordingKeys);
        backup.Delete(recursive: true);
        await using var next = APortal.On(portal.Folder);
        var vault = next.Get<RecordingVault>();
        Assert.NotNull(await vault.HashAsync(recordings[0].Id, Ct)); // This is what the list is for.
        await vault.DestroyAgainAsync(Ct);

        Assert.Null(await vault.OpenAsync(recordings[0].Id, recordings[0].Sha256, Ct));
        Assert.Null(await vault.HashAsync(recordings[0].Id, Ct));
        Assert.DoesNotContain(recordings[0].Id, vault.All());
        Assert.Equal(recordings[1].Sha256, await vault.HashAsync(recordings[1].Id, Ct));
        await vault.DestroyAgainAsync(Ct);
        Assert.Equal([recordings[0].Id], next.Get<ShredList>().All());
    }

    [Fact]
    public void A_line_that_a_power_cut_left_half_written_spoils_no_other()
    {
        var data = new DataFolder(Directory.CreateTempSubdirectory("list").FullName);
        var (list, one, other) = (new ShredList(data), Guid.NewGuid(), Guid.NewGuid());
        list.Add(one);
        File.AppendAllText(Path.Combine(data.Root, "destroyed.txt"), "\n3f2504e0-4f");
        list.Add(other);
        list.Add(other);
        Assert.Equal(new[] { one, other }.Order(), list.All().Order());
        Directory.Delete(data.Root, recursive: true);
    }

    private static async Task<APortal> WithRecordingsAsync() => (await Stages.AtAsync(Stage.Imported)).Item1;

    private static Task<List<Recording>> RecordingsAsync(APortal portal) => portal.ReadAsync(db => db.Recordings.OrderBy(recording => recording.Id).ToListAsync(Ct));

    private static async Task<(byte[] Bytes, string Tag)> ReadAsync(APortal portal, Recording recording)
    {
        using var opened = await portal.Get<RecordingVault>().OpenAsync(recording.Id, recording.Sha256, Ct);
        using var into = new MemoryStream();
        var writer = PipeWriter.Create(into, new StreamPipeWriterOptions(leaveOpen: true));
        await opened!.CopyRangeAsync(0, opened.Length, writer, Ct);
        await writer.CompleteAsync();
        return (into.ToArray(), opened.Tag);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }
}
