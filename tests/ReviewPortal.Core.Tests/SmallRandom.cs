namespace ReviewPortal.Core.Tests;

/// <summary>The same numbers on every machine and every version of .NET, so that a walk that fails can be walked again (xorshift32).</summary>
internal sealed class SmallRandom(uint seed)
{
    private uint _state = seed is 0 ? 1 : seed;

    public int Below(int limit) => (int)(Next() % (uint)limit);

    public double Between(double from, double to) => from + ((to - from) * Next() / uint.MaxValue);

    public bool Chance(double of) => Next() < of * uint.MaxValue;

    public T Of<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    private uint Next()
    {
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return _state;
    }
}
