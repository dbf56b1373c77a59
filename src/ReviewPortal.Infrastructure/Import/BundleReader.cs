using System.Collections.Immutable;
using System.Security.Cryptography;
using ReviewPortal.Infrastructure.Vault;

namespace ReviewPortal.Infrastructure.Import;

/// <summary>Takes in a delivery of "reviewportal.bundle/1" from a folder or a ZIP. Reads everything once, and seals its recordings in the same reading.</summary>
public sealed class BundleReader(BundleLimits limits)
{
    /// <inheritdoc cref="ReadAsync(Incoming, Func{string, CancellationToken, Task{Receipts}}, CancellationToken)"/>
    /// <remarks>Only looks, and writes nothing.</remarks>
    public Task<DeliveryResult> ReadAsync(string path, CancellationToken ct) => ReadAsync(Incoming.At(path), static (_, _) => Task.FromResult<Receipts?>(null), ct);

    /// <summary>A bad delivery gives a <see cref="DeliveryRefusal"/>; a disk that cannot be read throws. Dispose of the <see cref="Delivery"/>.</summary>
    /// <param name="incoming">A folder or an archive, wherever it lies.</param>
    /// <param name="receive">By the hash of the manifest: where recordings go while they are read, or null when they need not be kept.</param>
    public async Task<DeliveryResult> ReadAsync(Incoming incoming, Func<string, CancellationToken, Task<Receipts?>> receive, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(incoming);
        ArgumentNullException.ThrowIfNull(receive);
        try
        {
            return await ReadOpenedAsync(Bundle.Open(incoming, limits), receive, ct);
        }
        catch (RefusedDeliveryException refused)
        {
            return refused.Refusal;
        }
        catch (UnauthorizedAccessException)
        {
            return new DeliveryRefusal(RefusalReason.NotFound, incoming.Name, Line: null, []);
        }
        catch (InvalidDataException)
        {
            // The archive contradicts itself, or its compressed bytes are damaged.
            return new DeliveryRefusal(RefusalReason.ArchiveDamaged, incoming.Name, Line: null, []);
        }
    }

    private async Task<Delivery> ReadOpenedAsync(Bundle bundle, Func<string, CancellationToken, Task<Receipts?>> receive, CancellationToken ct)
    {
        try
        {
            return await ReadAsync(bundle, receive, ct);
        }
        catch
        {
            bundle.Dispose();
            throw;
        }
    }

    private async Task<Delivery> ReadAsync(Bundle bundle, Func<string, CancellationToken, Task<Receipts?>> receive, CancellationToken ct)
    {
        var bytes = await ReadManifestAsync(bundle, ct);
        var manifest = ManifestReader.Read(bytes);
        CheckFiles(manifest, bundle);
        var lines = new SittingLines(bundle, limits);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return new Delivery(bundle)
        {
            Manifest = bytes,
            ManifestSha256 = sha256,
            Exam = manifest.Exam,
            Candidate = manifest.Candidate,
            ExternalIds = manifest.ExternalIds,
            Recorder = manifest.Recorder,
            Files = [Bundle.ManifestName, .. new[] { manifest.Events, manifest.Chat }.OfType<string>(), .. manifest.Tracks.SelectMany(track => track.Files).Select(file => file.Name)],
            Start = manifest.Start,
            End = manifest.End,
            Signals = await lines.ReadSignalsAsync(manifest.Events, ct),
            Chat = await lines.ReadChatAsync(manifest.Chat, ct),
            Tracks = await ReadTracksAsync(manifest, bundle, await receive(sha256, ct), ct),
        };
    }

    private async Task<byte[]> ReadManifestAsync(Bundle bundle, CancellationToken ct)
    {
        if (bundle.Length(Bundle.ManifestName) is null)
            throw RefusedDeliveryException.In(Bundle.ManifestName, RefusalReason.NoManifest);
        return await bundle.ReadAsync(Bundle.ManifestName, limits.ManifestBytes, ct)
            ?? throw RefusedDeliveryException.In(Bundle.ManifestName, RefusalReason.ManifestTooLarge, limits.ManifestBytes);
    }

    /// <summary>What can be known before the long reading begins.</summary>
    private void CheckFiles(Manifest manifest, Bundle bundle)
    {
        ImmutableArray<ManifestFile> files = [.. manifest.Tracks.SelectMany(track => track.Files)];
        if (files.Length > limits.Entries)
            throw RefusedDeliveryException.In(Bundle.ManifestName, RefusalReason.TooManyEntries, limits.Entries);
        if (files.GroupBy(file => file.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(name => name.Count() > 1) is { } twice)
            throw RefusedDeliveryException.In(Bundle.ManifestName, RefusalReason.FileNamedTwice, twice.Key);

        long total = 0;
        foreach (var file in files)
        {
            var real = bundle.Length(file.Name) ?? throw RefusedDeliveryException.In(file.Name, RefusalReason.MissingFile, file.Path);
            if (real != file.Bytes) throw SegmentCheck.WrongSize(file, real);
            // What is read of a file is held to its size in the manifest, so the sum of these is the sum of real bytes.
            if ((total += file.Bytes) > limits.TotalBytes)
                throw RefusedDeliveryException.In(Bundle.ManifestName, RefusalReason.TotalTooLarge, limits.TotalBytes);
        }
    }

    private static async Task<ImmutableArray<DeliveredTrack>> ReadTracksAsync(Manifest manifest, Bundle bundle, Receipts? receipts, CancellationToken ct)
    {
        var check = new SegmentCheck(bundle, receipts);
        var tracks = ImmutableArray.CreateBuilder<DeliveredTrack>();
        foreach (var track in manifest.Tracks)
        {
            var segments = ImmutableArray.CreateBuilder<DeliveredSegment>();
            foreach (var file in track.Files) segments.Add(await check.RunAsync(file, ct));
            tracks.Add(new DeliveredTrack(track.Role, segments.DrainToImmutable()));
        }

        return tracks.DrainToImmutable();
    }
}
