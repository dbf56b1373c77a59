namespace ReviewPortal.Infrastructure.Media;

/// <summary>The tables of a file that is not fragmented: how far it is from sample to sample, what is added for showing, how large, which are key frames.</summary>
internal static class Mp4SampleTable
{
    private const uint NotSync = 0x10000;

    public static void Feed(ReadOnlySpan<byte> samples, Mp4Track track)
    {
        var distances = new Runs(Mp4Box.Find(samples, "stts"));
        var offsets = new Runs(Mp4Box.Find(samples, "ctts"));
        var keys = new KeyNumbers(Mp4Box.Find(samples, "stss"));
        var sizes = new Mp4Fields(Mp4Box.Find(samples, "stsz"));
        var oneSize = sizes.Unsigned32();
        var count = sizes.Unsigned32();
        long time = 0;
        for (uint number = 1; number <= count && distances.HasMore; number++)
        {
            var distance = (uint)distances.Next();
            var bytes = oneSize != 0 ? oneSize : sizes.Unsigned32();
            if (!track.Add(time + offsets.Next(), distance, bytes, keys.IsKey(number) ? 0 : NotSync)) return;
            time += distance;
        }
    }

    /// <summary>Values that say for how many samples they hold.</summary>
    private ref struct Runs
    {
        private Mp4Fields _fields;
        private uint _left;
        private int _value;

        public Runs(ReadOnlySpan<byte> body)
        {
            _fields = new Mp4Fields(body);
            _fields.Skip(4);
        }

        public readonly bool HasMore => _left > 0 || !_fields.IsAtEnd;

        public int Next()
        {
            while (_left == 0 && !_fields.IsAtEnd) (_left, _value) = (_fields.Unsigned32(), _fields.Signed32());
            if (_left == 0) return 0;
            _left--;
            return _value;
        }
    }

    /// <summary>The numbers of the key frames, in order; without this table every frame is one.</summary>
    private ref struct KeyNumbers
    {
        private readonly bool _all;
        private Mp4Fields _fields;
        private uint _next;

        public KeyNumbers(ReadOnlySpan<byte> body)
        {
            _all = body.IsEmpty;
            _fields = new Mp4Fields(body);
            _fields.Skip(4);
            _next = _fields.Unsigned32();
        }

        public bool IsKey(uint number)
        {
            while (_next < number && !_fields.IsAtEnd) _next = _fields.Unsigned32();
            return _all || _next == number;
        }
    }
}
