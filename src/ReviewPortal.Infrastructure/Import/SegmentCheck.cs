using System.Security.Cryptography;
using ReviewPortal.Infrastructure.Media;

namespace ReviewPortal.Infrastructure.Import;

/// <summary>Compares a recording with what the manifest says of it, and finds out what is in it: both in one reading.</summary>
internal sealed class SegmentCheck(Bundle bundle)
{
    public async Task<DeliveredSegment> RunAsync(ManifestFile file, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long real = 0;
        await using var stream = new TappedStream(bundle.Open(file.Name), bytes =>
        {
            real += bytes.Length;
            // An archive may hold more than it says.
            if (real > file.Bytes) throw WrongSize(file, real);
            hash.AppendData(bytes);
        });

        var result = await MediaFile.IndexAsync(stream, ct);
        await stream.CopyToAsync(Stream.Null, ct); // An index may be complete, or refused, before the end.
        if (real != file.Bytes) throw WrongSize(file, real);
        var checksum = Convert.ToHexStringLower(hash.GetHashAndReset());
        if (!string.Equals(checksum, file.Sha256, StringComparison.Ordinal))
            throw RefusedDeliveryException.In(file.Name, RefusalReason.WrongChecksum, file.Sha256, checksum);
        return result switch
        {
            MediaIndex index => Segment(file, index),
            // The evidence is kept, also when it cannot be shown: what is left of it may be repaired, here or elsewhere.
            MediaRefusal { IsDamage: true, Container: { } container } => Segment(file, MediaIndex.Unreadable(container)),
            MediaRefusal refusal => throw RefusedDeliveryException.In(file.Name, RefusalReason.NotARecording, refusal.Reason),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    public static RefusedDeliveryException WrongSize(ManifestFile file, long real) =>
        RefusedDeliveryException.In(file.Name, RefusalReason.SizeMismatch, file.Bytes, real);

    private DeliveredSegment Segment(ManifestFile file, MediaIndex index) => new(bundle)
    {
        FileName = file.Name,
        Bytes = file.Bytes,
        Sha256 = file.Sha256,
        OffsetSeconds = file.OffsetSeconds,
        Index = index,
    };
}
