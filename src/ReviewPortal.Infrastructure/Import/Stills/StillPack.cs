using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using ReviewPortal.Infrastructure.Import.Suppliers;
using ReviewPortal.Infrastructure.Vault;

namespace ReviewPortal.Infrastructure.Import.Stills;

/// <summary>The pictures of one delivery, sealed aside one behind the other.</summary>
public sealed record PackedStills(Guid Track, string Sha256, ImmutableArray<Still> Stills)
{
    public long Bytes => Stills.Sum(still => (long)still.Bytes);
}

/// <summary>Seals the pictures that a report names, in order of time. A picture that is not good is left out with a sentence; the others come in.</summary>
public sealed class StillPack(StillDelivery delivery, StillLimits limits)
{
    private readonly List<StillRefusal> _refused = [];

    public ImmutableArray<StillRefusal> Refused => [.. _refused];

    /// <summary>How many were there before.</summary>
    public int Known { get; private set; }

    /// <param name="from">The first moment that belongs to the sitting.</param>
    /// <param name="there">Moment and hash of each picture that the sitting has already.</param>
    /// <returns>Null when there is nothing new; then nothing was begun.</returns>
    public async Task<PackedStills?> SealAsync(IEnumerable<SupplierSignal> signals, DateTimeOffset from, DateTimeOffset to, ISet<(long Moment, string Sha256)> there, Receipts receipts, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(signals);
        ArgumentNullException.ThrowIfNull(there);
        ArgumentNullException.ThrowIfNull(receipts);
        var stills = ImmutableArray.CreateBuilder<Still>();
        Receipt? receipt = null;
        long at = 0;
        foreach (var signal in signals.OrderBy(signal => signal.Moment).ThenBy(signal => signal.Still?.File, StringComparer.Ordinal))
        {
            if (await ReadAsync(signal, from, to, ct) is not var (bytes, head)) continue;
            var (moment, sha256) = (signal.Moment!.Value, Convert.ToHexStringLower(SHA256.HashData(bytes)));
            if (!there.Add((moment.ToUnixTimeMilliseconds(), sha256)))
            {
                Known++;
                continue;
            }

            receipt ??= receipts.Begin();
            receipt.Append(bytes);
            stills.Add(new(moment, head, at, bytes.Length, sha256, signal.Still!));
            at += bytes.Length;
        }

        if (receipt is null) return null;
        var hash = await receipt.FinishAsync();
        await receipt.KeepIndexAsync(StillIndex.Write(stills));
        return new(receipt.Recording, hash, stills.DrainToImmutable());
    }

    private async Task<(byte[] Bytes, ImageHead Head)?> ReadAsync(SupplierSignal signal, DateTimeOffset from, DateTimeOffset to, CancellationToken ct)
    {
        try
        {
            if (delivery.FileOf(signal) is not { } name) return No(StillFlaw.Missing, signal.Still?.File ?? signal.Place);
            if (signal.Moment is not { } moment || moment < from || moment > to) return No(StillFlaw.OutsideTheSitting, name, When(signal.Moment));
            if (await BytesAsync(name, ct) is not { } bytes) return No(StillFlaw.TooLarge, name, limits.PictureBytes);
            if (ImageHead.Read(bytes) is not { } head) return No(StillFlaw.NoImage, name);
            return head.IsPlausible ? (bytes, head) : No(StillFlaw.TooManyPoints, name, head.Width, head.Height);
        }
        catch (Exception damaged) when (damaged is RefusedDeliveryException or InvalidDataException or UnauthorizedAccessException)
        {
            return No(StillFlaw.Unreadable, signal.Still?.File ?? signal.Place);
        }
    }

    // What an archive says of its sizes is not believed: no more than the limit is ever read.
    private async Task<byte[]?> BytesAsync(string name, CancellationToken ct)
    {
        await using var stream = delivery.Open(name);
        var bytes = new byte[Math.Clamp(delivery.LengthOf(name), 0, limits.PictureBytes) + 1];
        var read = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct);
        return read > limits.PictureBytes ? null : bytes[..read];
    }

    private (byte[] Bytes, ImageHead Head)? No(StillFlaw why, string place, params ReadOnlySpan<object> details)
    {
        _refused.Add(StillRefusal.Of(why, place, details));
        return null;
    }

    private static string When(DateTimeOffset? moment) => moment?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture) ?? "?";
}
