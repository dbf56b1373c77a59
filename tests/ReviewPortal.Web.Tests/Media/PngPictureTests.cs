using System.Buffers.Binary;
using ReviewPortal.Infrastructure.Media;

namespace ReviewPortal.Web.Tests.Media;

public sealed class PngPictureTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 3)]
    [InlineData(160, 90)]
    public void What_is_written_is_read_back_point_by_point(int width, int height)
    {
        var read = PngPicture.Read(AnExhibit.Frame(width, height));
        Assert.NotNull(read);
        Assert.All(Enumerable.Range(0, width * height), at => Assert.Equal(AnExhibit.Colour(at % width, at / width), read[at % width, at / width]));
    }

    /// <summary>Each of the five filters of the format, transparency, a comment, and a picture in two parts: written by another program (zlib and struct of Python).</summary>
    [Fact]
    public void A_picture_of_another_writer_is_read_with_every_filter()
    {
        var picture = PngPicture.Read(Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAQAAAAFCAYAAABirU3bAAAADnRFWHRDb21tZW50AHNlY3JldGSqxSkAAAAUSURBVHicY2BgONFgJLL/f4rGtoZpNmv/a7QIZQAAADJJREFUM7IrHv9vJPK9EYjrQTQTu+L/RiCuh9HMfE5J+2WlfzcCcT2IZgHLiABViEBoAMakIlmFQ9eAAAAAAElFTkSuQmCC"))!;
        Assert.Equal((4, 5), (picture.Width, picture.Height));
        Assert.All(Enumerable.Range(0, 20).Select(at => (X: at % 4, Y: at / 4)), point =>
            Assert.Equal(((byte)((point.X * 50) + (point.Y * 7)), (byte)((point.X * 20) + (point.Y * 33)), (byte)(200 - (point.X * 9) - point.Y)), picture[point.X, point.Y]));
        Assert.DoesNotContain("secret", System.Text.Encoding.Latin1.GetString(picture.Write()), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_painted_over_is_one_colour_and_nothing_else_changes()
    {
        var picture = PngPicture.Read(AnExhibit.Frame(40, 30))!;
        picture.Black(35, 10, 50, 5);
        picture.Black(-5, -5, 7, 7);
        var read = PngPicture.Read(picture.Write())!;
        for (var y = 0; y < 30; y++)
        {
            for (var x = 0; x < 40; x++) Assert.Equal((x >= 35 && y is >= 10 and < 15) || (x < 2 && y < 2) ? ((byte)0, (byte)0, (byte)0) : AnExhibit.Colour(x, y), read[x, y]);
        }
    }

    /// <summary>A comment in the file, or something hung behind it, does not come along.</summary>
    [Fact]
    public void What_is_not_the_picture_is_refused_or_dropped()
    {
        var frame = AnExhibit.Frame(8, 8);
        Assert.Null(PngPicture.Read([.. frame, 1, 2, 3]));
        Assert.Null(PngPicture.Read(frame.AsSpan(0, frame.Length - 1)));
        Assert.Null(PngPicture.Read("GIF89a"u8));
        Assert.Null(PngPicture.Read([]));
        foreach (var at in new[] { 18, 24, 25, 28, 45, frame.Length - 14 })
        {
            byte[] changed = [.. frame];
            changed[at] ^= 0x55;
            Assert.Null(PngPicture.Read(changed));
        }
    }

    /// <summary>A few bytes that say they are a picture as large as a wall are not given the room for it.</summary>
    [Theory]
    [InlineData(8193, 1)]
    [InlineData(5000, 5000)]
    [InlineData(int.MaxValue, int.MaxValue)]
    [InlineData(0, 5)]
    public void A_picture_that_no_screen_has_is_refused(int width, int height)
    {
        var frame = AnExhibit.Frame(8, 8);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(20), height);
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(29), Check(frame.AsSpan(12, 17)));
        Assert.Null(PngPicture.Read(frame));
    }

    private static uint Check(ReadOnlySpan<byte> bytes)
    {
        var check = uint.MaxValue;
        foreach (var value in bytes)
        {
            check ^= value;
            for (var bit = 0; bit < 8; bit++) check = (check & 1) is 1 ? 0xEDB88320 ^ (check >> 1) : check >> 1;
        }

        return ~check;
    }
}
