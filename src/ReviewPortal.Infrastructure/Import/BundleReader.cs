using System.Collections.Immutable;
using System.Security.Cryptography;
using ReviewPortal.Core.Recordings;

namespace ReviewPortal.Infrastructure.Import;

/// <summary>Takes in a delivery of "reviewportal.bundle/1" from a folder or a ZIP. Reads everything once, writes nothing.</summary>
public sealed class BundleReader(BundleLimits limits)
{
    /// <summary>A bad delivery gives a <see cref="DeliveryRefusal"/>; a disk that cannot be read throws. Dispose of the <see cref="Delivery"/>.</summary>
    public async Task<DeliveryResult> ReadAsync(string path, CancellationToken ct)
    {
        try
        {
            return await ReadOpenedAsync(Bundle.Open(path, limits), ct);
        }
        catch (RefusedDeliveryException refused)
        {
            return refused.Refusal;
        }
        catch (InvalidDataException)
        {
            // The archive contradicts itself, or its compressed bytes are damaged.
            return new DeliveryRefusal(RefusalReason.ArchiveDamaged, Path.GetFileName(path), Line: null, []);
        }
    }

    private async Task<Delivery> ReadOpenedAsync(Bundle bundle, CancellationToken ct)
    {
        try
        {
            return await ReadAsync(bundle, ct);
        }
        catch
        {
            bundle.Dispose();
            throw;
        }
    }

    private async Task<Delivery> ReadAsync(Bundle bundle, CancellationToken ct)
    {
        var bytes = await ReadManifestAsync(bundle, ct);
        var manifest = ManifestReader.Read(bytes);
        CheckFiles(manifest, bundle);
        return new Delivery(bundle)
        {
            Manifest = bytes,
            ManifestSha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            Exam = manifest.Exam,
            Candidate = manifest.Candidate,
            ExternalIds = manifest.ExternalIds,
            Recorder = manifest.Recorder,
            Start = manifest.Start,
            End = manifest.End,
            Signals = await ReadLinesAsync(bundle, manifest.Events, ReadSignal, ct),
            Chat = await ReadLinesAsync(bundle, manifest.Chat, ReadMessage, ct),
            Tracks = await ReadTracksAsync(manifest, bundle, ct),
        };
    }

    private async Task<byte[]> ReadManifestAsync(Bundle bundle, CancellationToken ct)
    {
        if (bundle.Length(Bundle.ManifestName) is null) throw new RefusedDeliveryException(RefusalReason.NoManifest, Bundle.ManifestName, line: null);
        return await bundle.ReadAsync(Bundle.ManifestName, limits.ManifestBytes, ct)
            ?? throw new RefusedDeliveryException(RefusalReason.ManifestTooLarge, Bundle.ManifestName, line: null, limits.ManifestBytes);
    }

    /// <summary>What can be known before the long reading begins.</summary>
    private void CheckFiles(Manifest manifest, Bundle bundle)
    {
        ImmutableArray<ManifestFile> files = [.. manifest.Tracks.SelectMany(track => track.Files)];
        if (files.Length > limits.Entries) throw new RefusedDeliveryException(RefusalReason.TooManyEntries, Bundle.ManifestName, line: null, limits.Entries);
        if (files.GroupBy(file => file.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(name => name.Count() > 1) is { } twice)
            throw new RefusedDeliveryException(RefusalReason.FileNamedTwice, Bundle.ManifestName, line: null, twice.Key);

        long total = 0;
        foreach (var file in files)
        {
            var real = bundle.Length(file.Name) ?? throw new RefusedDeliveryException(RefusalReason.MissingFile, file.Name, line: null, file.Path);
            if (real != file.Bytes) throw SegmentCheck.WrongSize(file, real);
            // What is read of a file is held to its size in the manifest, so the sum of these is the sum of real bytes.
            if ((total += file.Bytes) > limits.TotalBytes) throw new RefusedDeliveryException(RefusalReason.TotalTooLarge, Bundle.ManifestName, line: null, limits.TotalBytes);
        }
    }

    private async Task<ImmutableArray<T>> ReadLinesAsync<T>(Bundle bundle, string? file, Func<JsonField, T> read, CancellationToken ct)
    {
        if (file is null) return [];
        if (bundle.Length(file) is null) throw new RefusedDeliveryException(RefusalReason.MissingFile, file, line: null, Bundle.ManifestName);
        var lines = ImmutableArray.CreateBuilder<T>();
        await foreach (var line in new JsonLines(bundle, file, limits).ReadAsync(ct)) lines.Add(read(line));
        return lines.DrainToImmutable();
    }

    private static DeliveredSignal ReadSignal(JsonField line) => new(
        SittingTime.Read(line["at"], SittingTime.EarliestMoment),
        line["source"].OneOf<SignalSource>(FieldKind.Source),
        line["kind"].Text(),
        line["text"].OptionalText() ?? "",
        line["weight"].OptionalNumber(),
        line["data"].Raw());

    private static DeliveredMessage ReadMessage(JsonField line) => new(
        SittingTime.Read(line["at"], SittingTime.EarliestMoment),
        line["from"].OneOf<MessageFrom>(FieldKind.Sender),
        line["text"].Text());

    private static async Task<ImmutableArray<DeliveredTrack>> ReadTracksAsync(Manifest manifest, Bundle bundle, CancellationToken ct)
    {
        var check = new SegmentCheck(bundle);
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
