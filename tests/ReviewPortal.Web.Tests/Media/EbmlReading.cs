using System.Buffers.Binary;
using System.Text;

namespace ReviewPortal.Web.Tests.Media;

/// <summary>Reads small EBML back without the code under test: from the first element inside the Segment.</summary>
internal sealed class EbmlReading
{
    private readonly byte[] _file;
    private readonly int _segment;

    public EbmlReading(byte[] file)
    {
        _file = file;
        var header = Part.Read(file, 0);
        _segment = Part.Read(file, header.End).Start;
    }

    /// <summary>An element at so many bytes from the beginning of the Segment, as Cues and SeekHead count.</summary>
    public Part At(ulong position) => Part.Read(_file, _segment + (int)position);

    public Part Find(params uint[] path)
    {
        var part = Part.Read(_file, _segment);
        while (part.Id != path[0]) part = Part.Read(_file, part.End);
        return path.Skip(1).Aggregate(part, (parent, id) => parent.Child(id));
    }

    internal sealed record Part(byte[] File, uint Id, int Start, int End)
    {
        public byte[] Body => File[Start..End];

        public ulong Number => Body.Aggregate(0UL, (number, part) => (number << 8) | part);

        public double Float => BinaryPrimitives.ReadDoubleBigEndian(Body);

        public string Text => Encoding.ASCII.GetString(Body);

        public Part Child(uint id) => Children(id)[0];

        public IReadOnlyList<Part> Children(uint id) => [.. All().Where(child => child.Id == id)];

        public static Part Read(byte[] file, int at)
        {
            var idLength = 1 + LeadingZeros(file[at]);
            var sizeAt = at + idLength;
            var sizeLength = 1 + LeadingZeros(file[sizeAt]);
            var id = (uint)Join(file, at, idLength);
            var marked = Join(file, sizeAt, sizeLength);
            var ones = (1UL << (7 * sizeLength)) - 1;
            var start = sizeAt + sizeLength;
            return new Part(file, id, start, (marked & ones) == ones ? file.Length : start + (int)(marked & ones));
        }

        private IEnumerable<Part> All()
        {
            for (var at = Start; at < End;)
            {
                var child = Read(File, at);
                yield return child;
                at = child.End;
            }
        }

        private static int LeadingZeros(byte first) => System.Numerics.BitOperations.LeadingZeroCount(first) - 24;

        private static ulong Join(byte[] file, int at, int length) => file.Skip(at).Take(length).Aggregate(0UL, (number, part) => (number << 8) | part);
    }
}
