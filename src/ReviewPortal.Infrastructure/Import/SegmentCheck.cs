using System.Security.Cryptography;
using ReviewPortal.Infrastructure.Media;
using ReviewPortal.Infrastructure.Vault;

namespace ReviewPortal.Infrastructure.Import;

/// <summary>Compares a recording with what the manifest says of it, finds out what is in it, and seals it: all in one reading.</summary>
/// <param name="receipts">Where it is sealed; null when it is only to be looked at.</param>
internal sealed class SegmentCheck(Bundle bundle, Receipts? receipts)
{
    public async Task<DeliveredSegment> RunAsync(ManifestFile file, CancellationToken ct)
    {
        using var receipt = receipts?.Begin();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long real = 0;
        await using var stream = new TappedStream(bundle.Open(file.Name), bytes =>
        {
            real += bytes.Length;
            // An archive may hold more than it says.
            if (real > file.Bytes) throw WrongSize(file, real);
            if (receipt is null) hash.AppendData(bytes);
            else receipt.Append(bytes);
        });

        var result = await MediaFile.IndexAsync(stream, ct);
        await stream.CopyToAsync(Stream.Null, ct); // An index may be complete, or refused, before the end.
        if (real != file.Bytes) throw WrongSize(file, real);
        var checksum = receipt is null ? Convert.ToHexStringLower(hash.GetHashAndReset()) : await receipt.FinishAsync();
        if (!string.Equals(checksum, file.Sha256, StringComparison.Ordinal))
            throw RefusedDeliveryException.In(file.Name, RefusalReason.WrongChecksum, file.Sha256, checksum);
        var index = MediaIndex.OfKept(result) ?? throw RefusedDeliveryException.In(file.Name, RefusalReason.NotARecording, ((MediaRefusal)result).Reason);
        if (receipt is not null) await receipt.KeepIndexAsync(index);
        return Segment(file, index, receipt?.Recording);
    }

    public static RefusedDeliveryException WrongSize(ManifestFile file, long real) =>
        RefusedDeliveryException.In(file.Name, RefusalReason.SizeMismatch, file.Bytes, real);

    private DeliveredSegment Segment(ManifestFile file, MediaIndex index, Guid? recording) => new(bundle)
    {
        FileName = file.Name,
        Bytes = file.Bytes,
        Sha256 = file.Sha256,
        OffsetSeconds = file.OffsetSeconds,
        ClockRate = file.ClockRate,
        Index = index,
        Recording = recording,
    };
}
