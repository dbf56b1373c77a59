using System.Globalization;

namespace ReviewPortal.Benchmarks;

/// <summary>What was asked for on the command line.</summary>
/// <param name="Lines">None means all.</param>
/// <param name="Megabytes">The size of the recording that is served or taken in.</param>
/// <param name="Repeats">How often each side is measured, by turns, after one turn that warms up.</param>
/// <param name="Goals">Of the line `player`, as G1; none means all.</param>
internal sealed record Asked(IReadOnlySet<string> Lines, long? Megabytes, int Repeats, IReadOnlySet<string> Goals)
{
    public long Bytes => (Megabytes ?? 512) * 1024 * 1024;

    public bool Wants(string line) => Lines.Count is 0 || Lines.Contains(line);

    public bool WantsGoal(string goal) => Goals.Count is 0 || Goals.Contains(goal);

    public static long? Number(string[] args, string name) =>
        Text(args, name) is { } found ? long.Parse(found, CultureInfo.InvariantCulture) : null;

    public static string? Text(string[] args, string name) =>
        args.FirstOrDefault(argument => argument.StartsWith(name + "=", StringComparison.Ordinal)) is { } found ? found[(name.Length + 1)..] : null;
}
