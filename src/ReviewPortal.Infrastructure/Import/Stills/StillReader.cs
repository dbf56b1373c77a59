using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using ReviewPortal.Infrastructure.Import.Suppliers;

namespace ReviewPortal.Infrastructure.Import.Stills;

/// <summary>How much a delivery of screenshots may hold.</summary>
public sealed record StillLimits
{
    /// <summary>Of one picture.</summary>
    public int PictureBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>Of the folder or archive. A screenshot every few seconds makes thousands of files.</summary>
    public BundleLimits Bundle { get; init; } = new() { Entries = 20_001, DirectoryBytes = 8 * 1024 * 1024, TotalBytes = 16L * 1024 * 1024 * 1024 };
}

/// <summary>A folder or archive of screenshots with what was said about them: what it says has been read, its pictures not yet. Dispose of it.</summary>
public sealed record StillDelivery : DeliveryResult, IDisposable
{
    private readonly Bundle _bundle;
    private readonly string _metadata;

    internal StillDelivery(Bundle bundle, string metadata, ImmutableHashSet<string> names, SupplierDelivery said) => (_bundle, _metadata, Names, Said) = (bundle, metadata, names, said);

    /// <summary>What the supplier's system noticed, sitting by sitting; each signal names its picture.</summary>
    public SupplierDelivery Said { get; }

    internal ImmutableHashSet<string> Names { get; }

    /// <summary>Files of which nobody says anything.</summary>
    public int Unnamed => Names.Except(Said.Reports.SelectMany(report => report.Signals).Select(FileOf).OfType<string>()).Remove(_metadata).Count;

    public long Bytes => Names.Sum(name => _bundle.Length(name) ?? 0);

    /// <summary>The file in the delivery that a signal speaks of; null when there is none.</summary>
    public string? FileOf(SupplierSignal signal)
    {
        ArgumentNullException.ThrowIfNull(signal);
        if (signal.Still?.File is not { } named) return null;
        var folder = _metadata[..(_metadata.LastIndexOf('/') + 1)];
        // By its name, with or without its extension; beside the metadata, or from the top.
        string[] endings = ["", ".png", ".jpg", ".jpeg", ".webp"];
        return endings.SelectMany(ending => new[] { folder + named + ending, named + ending }).FirstOrDefault(Names.Contains);
    }

    internal Stream Open(string name) => _bundle.Open(name);

    internal long LengthOf(string name) => _bundle.Length(name) ?? 0;

    /// <summary>Of all that is in it, names and lengths included: the same words with other pictures are another delivery.</summary>
    public async Task<string> HashAsync(CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[64 * 1024];
        foreach (var name in Names.Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{name}\0{LengthOf(name)}\0")));
            await using var bytes = _bundle.Open(name);
            for (int read; (read = await bytes.ReadAsync(buffer, ct)) > 0;) hash.AppendData(buffer, 0, read);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Writes it as a ZIP without compression: the same delivery, for keeping.</summary>
    public async Task PackAsync(Stream into, CancellationToken ct)
    {
        await using var archive = await ZipArchive.CreateAsync(into, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct);
        foreach (var name in Names.Order(StringComparer.Ordinal))
        {
            await using var from = _bundle.Open(name);
            await using var to = await archive.CreateEntry(name, CompressionLevel.NoCompression).OpenAsync(ct);
            await from.CopyToAsync(to, ct);
        }
    }

    public void Dispose() => _bundle.Dispose();
}

/// <summary>
/// Reads a delivery of Safe Exam Browser's screen proctoring with its pictures: a folder or ZIP with one JSON that tells of screenshots, and no manifest.
/// </summary>
public sealed class StillReader(SupplierReader suppliers, SupplierLimits said, StillLimits limits)
{
    /// <returns>A <see cref="StillDelivery"/> or a <see cref="DeliveryRefusal"/>; null when this is something else, for other readers to judge.</returns>
    public async Task<DeliveryResult?> ReadAsync(Incoming incoming, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(incoming);
        if (incoming.Path is { } path && !Directory.Exists(path) && new FileInfo(path) is not { Exists: true, LinkTarget: null }) return null;
        Bundle? bundle = null;
        try
        {
            bundle = Bundle.Open(incoming, limits.Bundle);
            var read = await ReadAsync(bundle, incoming.Name, ct);
            if (read is StillDelivery) bundle = null;
            return read;
        }
        catch (Exception other) when (other is RefusedDeliveryException or InvalidDataException or UnauthorizedAccessException)
        {
            return null;
        }
        finally
        {
            bundle?.Dispose();
        }
    }

    private async Task<DeliveryResult?> ReadAsync(Bundle bundle, string name, CancellationToken ct)
    {
        var names = bundle.Names(limits.Bundle.Entries);
        if (names.Any(file => file.Split('/') is [Bundle.ManifestName] or [_, Bundle.ManifestName])) return null;
        if (names.Where(file => file.EndsWith(".json", StringComparison.OrdinalIgnoreCase)).Take(2).ToArray() is not [var metadata]) return null;
        if (await bundle.ReadAsync(metadata, said.Bytes, ct) is not { } bytes || !SebScreenshots.Is(bytes)) return null;
        var read = suppliers.Read(bytes, metadata, SupplierFormat.Seb);
        return read is SupplierDelivery delivery ? new StillDelivery(bundle, metadata, [.. names], delivery) : read;
    }
}
