using System.Buffers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Recordings;

namespace ReviewPortal.Web.Features.Review;

/// <summary>
/// Signals for a timeline. First how many there are and their lanes, each with its source and the supplier's name for the kind; then the signals in the order of time
/// as two bytes or so each: the distance to the one before in milliseconds, 7 bits a byte and the lowest first, and the lane.
/// </summary>
internal static class SignalBytes
{
    /// <summary>More kinds than anybody reads names of share the last lane, which has no name.</summary>
    public const int MostLanes = 64;

    /// <summary>Read row by row from the index and packed at once: a million signals are never a million objects.</summary>
    public static async Task<byte[]> OfAsync(IQueryable<Signal> signals, DbContext db, CancellationToken ct)
    {
        await using var command = signals.Select(signal => new { signal.At, signal.Source, signal.Kind }).CreateDbCommand();
        await db.Database.OpenConnectionAsync(ct);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var (at, source, kind) = (rows.GetOrdinal(nameof(Signal.At)), rows.GetOrdinal(nameof(Signal.Source)), rows.GetOrdinal(nameof(Signal.Kind)));
        var pack = new Pack();
        while (rows.Read())
        {
            ct.ThrowIfCancellationRequested();
            pack.Add(rows.GetDouble(at), rows.GetString(source), rows.GetString(kind));
        }

        return pack.ToBytes();
    }

    private sealed class Pack
    {
        private readonly ArrayBufferWriter<byte> _body = new(64 * 1024);
        private readonly Dictionary<(string Source, string Kind), int> _lanes = [];
        private readonly List<(SignalSource Source, string Kind)> _named = [];
        private uint _before;
        private uint _count;

        public void Add(double at, string source, string kind)
        {
            var time = Math.Max(_before, (uint)Math.Round(Math.Clamp(at, 0, uint.MaxValue / 1000d) * 1000));
            Write(_body, time - _before);
            _body.Write([(byte)LaneOf(source, kind)]);
            (_before, _count) = (time, _count + 1);
        }

        public byte[] ToBytes()
        {
            var head = new ArrayBufferWriter<byte>();
            Write(head, _count);
            Write(head, (uint)_named.Count);
            foreach (var (source, kind) in _named)
            {
                var name = Encoding.UTF8.GetBytes(kind);
                head.Write([(byte)source]);
                Write(head, (uint)name.Length);
                head.Write(name);
            }

            return [.. head.WrittenSpan, .. _body.WrittenSpan];
        }

        private int LaneOf(string source, string kind)
        {
            if (_lanes.TryGetValue((source, kind), out var lane)) return lane;
            if (_named.Count < MostLanes - 1) _named.Add((Enum.Parse<SignalSource>(source), kind));
            else if (_named.Count < MostLanes) _named.Add((SignalSource.Vendor, ""));
            return _lanes[(source, kind)] = _named.Count - 1;
        }

        private static void Write(ArrayBufferWriter<byte> bytes, uint number)
        {
            Span<byte> packed = stackalloc byte[5];
            var length = 0;
            for (; number >= 0x80; number >>= 7) packed[length++] = (byte)(number | 0x80);
            packed[length++] = (byte)number;
            bytes.Write(packed[..length]);
        }
    }
}
