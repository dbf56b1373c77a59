using System.Security.Cryptography;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Lifecycle;

namespace ReviewPortal.Infrastructure.Vault;

/// <summary>
/// The files that students add, each sealed in the vault with a key of its own, as a recording is: it is there whole or not at all, and destroyed by destroying its key.
/// </summary>
public sealed class AttachmentFiles(RecordingVault vault, DerivedFiles files, TimeProvider clock)
{
    /// <summary>Seals it aside, lets its row be committed, and brings it to its place.</summary>
    /// <param name="commit">Keeps the row of the file under this identity; when it is refused, nothing of the file stays.</param>
    public async Task<Answer> KeepAsync(byte[] bytes, Func<Guid, string, Task<Answer>> commit, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(commit);
        using var receipts = await vault.BeginAsync(clock, ct);
        var receipt = receipts.Begin();
        using var stream = new MemoryStream(bytes, writable: false);
        var sha256 = await receipt.FinishAsync(stream, ct);
        receipts.LetRowsDecide();
        var answer = await commit(receipt.Recording, sha256);
        if (answer.IsDone) receipts.Admit();
        else vault.Discard(receipt.Recording);
        return answer;
    }

    /// <returns>Null when it was destroyed.</returns>
    /// <exception cref="DamagedRecordingException">It is not what was sealed, or not what was sent.</exception>
    public async Task<byte[]?> ReadAsync(Attachment attachment, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(attachment);
        var bytes = await files.ReadAsync(attachment.Id, DerivedFiles.Original, ct);
        return bytes is null || Convert.ToHexStringLower(SHA256.HashData(bytes)) == attachment.Sha256 ? bytes : throw new DamagedRecordingException("Another file lies in the place of an attachment");
    }

    public Task DestroyAsync(Guid attachment, CancellationToken ct) => vault.DestroyAsync(attachment, ct);
}
