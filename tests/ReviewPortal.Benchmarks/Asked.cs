using System.Globalization;

namespace ReviewPortal.Benchmarks;

/// <summary>What was asked for on the command line.</summary>
/// <param name="Lines">None means all.</param>
/// <param name="Megabytes">The size of the recording that is served or taken in.</param>
/// <param name="Repeats">How often each side is measured, by turns, after one turn that warms up.</param>
internal sealed record Asked(IReadOnlySet<string> Lines, long Megabytes, int Repeats)
{
    public long Bytes => Megabytes * 1024 * 1024;

    public static long? Number(string[] args, string name) =>
        args.FirstOrDefault(argument => argument.StartsWith(name + "=", StringComparison.Ordinal)) is { } found ? long.Parse(found.AsSpan(name.Length + 1), CultureInfo.InvariantCulture) : null;
}
