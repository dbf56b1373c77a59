using System.Collections.ObjectModel;
using System.IO.Compression;

namespace ReviewPortal.Infrastructure.Import;

/// <summary>A delivery in a ZIP, read in place.</summary>
internal sealed class ZipBundle : Bundle
{
    // The file's Unix mode stands in the upper half of its attributes.
    private const int TypeBits = 0xF000;
    private const int RegularFile = 0x8000;
    private const int Folder = 0x4000;

    private readonly string _name;
    private readonly ZipArchive _archive;
    private readonly BundleLimits _limits;
    private readonly Dictionary<string, ZipArchiveEntry> _files;
    private long _directoryLeft;

    public ZipBundle(Stream file, string name, BundleLimits limits)
    {
        _name = name;
        _limits = limits;
        _directoryLeft = limits.DirectoryBytes;
        _archive = new ZipArchive(new TappedStream(file, CountDirectory, seekable: true), ZipArchiveMode.Read);
        Check(_archive.Entries);
        _directoryLeft = long.MaxValue;
        _files = WithoutOuterFolder(_archive.Entries.Where(entry => !IsFolder(entry)).ToDictionary(entry => entry.FullName, StringComparer.Ordinal));
    }

    public static bool Begins(Stream file)
    {
        Span<byte> start = stackalloc byte[4];
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return read == start.Length && (start.SequenceEqual("PK\u0003\u0004"u8) || start.SequenceEqual("PK\u0005\u0006"u8));
    }

    public override long? Length(string name) => _files.TryGetValue(name, out var entry) ? entry.Length : null;

    public override IReadOnlyList<string> Names(int most) => [.. _files.Keys.Take(most)];

    public override Stream Open(string name)
    {
        var entry = _files[name];
        long real = 0;
        return new TappedStream(entry.Open(), bytes =>
        {
            real += bytes.Length;
            if (real > _limits.RatioFromBytes && real / _limits.Ratio > entry.CompressedLength)
                throw RefusedDeliveryException.In(name, RefusalReason.RatioTooHigh, _limits.Ratio);
        });
    }

    public override void Dispose() => _archive.Dispose();

    private void CountDirectory(ReadOnlySpan<byte> bytes)
    {
        if ((_directoryLeft -= bytes.Length) < 0) throw RefusedDeliveryException.In(_name, RefusalReason.TooManyEntries, _limits.Entries);
    }

    private void Check(ReadOnlyCollection<ZipArchiveEntry> entries)
    {
        if (entries.Count > _limits.Entries) throw RefusedDeliveryException.In(_name, RefusalReason.TooManyEntries, _limits.Entries);
        // Two names that differ in capitals only are one file on many systems.
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in entries)
        {
            var name = BundlePath.Checked(IsFolder(entry) ? entry.FullName[..^1] : entry.FullName, _name);
            if (!names.Add(name)) throw RefusedDeliveryException.In(_name, RefusalReason.DuplicateName, name);
            if (IsLink(entry)) throw RefusedDeliveryException.In(name, RefusalReason.Link);
            if (entry.IsEncrypted) throw RefusedDeliveryException.In(name, RefusalReason.ArchiveEncrypted);
        }
    }

    private static bool IsFolder(ZipArchiveEntry entry) => entry.FullName.EndsWith('/');

    // Symbolic links, and devices and pipes with them.
    private static bool IsLink(ZipArchiveEntry entry) => ((entry.ExternalAttributes >> 16) & TypeBits) is not (0 or RegularFile or Folder);

    // Whoever zips a folder gets an archive with that folder in it; it stands for nothing.
    private static Dictionary<string, ZipArchiveEntry> WithoutOuterFolder(Dictionary<string, ZipArchiveEntry> files)
    {
        if (files.ContainsKey(ManifestName)) return files;
        var manifests = files.Keys.Where(name => name.Split('/') is [_, ManifestName]).ToArray();
        if (manifests.Length != 1) return files;
        var outer = manifests[0][..^ManifestName.Length];
        return files.Where(file => file.Key.StartsWith(outer, StringComparison.Ordinal))
            .ToDictionary(file => file.Key[outer.Length..], file => file.Value, StringComparer.Ordinal);
    }
}
