using System.Net.Sockets;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Infrastructure.Vault;

namespace ReviewPortal.Web.Tests.Vault;

/// <summary>Files that are held: what fails lets go of them, and who waits for one waits for somebody.</summary>
public sealed class HeldFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("held");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_sealed_file_that_cannot_be_begun_is_let_go()
    {
        var path = Path.Combine(_folder.FullName, "original.sealed");
        // Fails where a full disk does: after the file was made.
        Assert.ThrowsAny<Exception>(() => new SealedWriter(path, new byte[ChunkCipher.KeySize], context: null!).Dispose());
        Assert.True(File.Exists(path));
        using var alone = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.Equal(0, alone.Length);
    }

    [Fact]
    public void A_lock_that_somebody_holds_is_not_had()
    {
        var path = Path.Combine(_folder.FullName, "lock");
        using (LockFile.TryTake(path))
        {
            Assert.Null(LockFile.TryTake(path));
            Assert.Null(LockFile.TryTake(path, FileAccess.Read, FileShare.Read));
        }

        using var one = LockFile.TryTake(path, FileAccess.Read, FileShare.Read);
        using var other = LockFile.TryTake(path, FileAccess.Read, FileShare.Read);
        Assert.NotNull(one);
        Assert.NotNull(other);
        Assert.Null(LockFile.TryTake(path));
    }

    /// <summary>A file that cannot be opened for another reason stays so, and waiting for it would never end.</summary>
    [Fact]
    public async Task A_lock_that_cannot_be_opened_is_told_and_not_waited_for()
    {
        var data = new DataFolder(_folder.FullName).Create();
        var masters = Directory.CreateDirectory(Path.Combine(data.Keys, "recordings"));
        using var first = Unopenable(Path.Combine(masters.FullName, "lock"));
        await Assert.ThrowsAnyAsync<IOException>(() => Task.Run(() => new MasterKeys(data).Newest(), Ct).WaitAsync(TimeSpan.FromSeconds(10), Ct));

        Directory.CreateDirectory(data.Vault);
        using var second = Unopenable(Path.Combine(data.Vault, "incoming.lock"));
        var keys = new RecordingKeys(data, new MasterKeys(data));
        var vault = new RecordingVault(data, new SealedStore(data), keys, new ShredList(data));
        await Assert.ThrowsAnyAsync<IOException>(() => vault.ReceivingAsync(Ct).WaitAsync(TimeSpan.FromSeconds(10), Ct));
    }

    // The kernel opens no socket as a file.
    private static Socket Unopenable(string path)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(path));
        return socket;
    }
}
