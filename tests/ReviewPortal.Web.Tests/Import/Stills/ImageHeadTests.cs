using ReviewPortal.Infrastructure.Import.Stills;

namespace ReviewPortal.Web.Tests.Import.Stills;

/// <summary>What a picture is follows from its bytes; what is cut off or something else is none.</summary>
public sealed class ImageHeadTests
{
    public static TheoryData<byte[], ImageKind, string> Good() => new()
    {
        { APicture.Png(1920, 1080), ImageKind.Png, "image/png" },
        { APicture.Jpeg(1920, 1080), ImageKind.Jpeg, "image/jpeg" },
        { APicture.Webp("VP8 ", 1920, 1080), ImageKind.Webp, "image/webp" },
        { APicture.Webp("VP8L", 1920, 1080), ImageKind.Webp, "image/webp" },
        { APicture.Webp("VP8X", 1920, 1080), ImageKind.Webp, "image/webp" },
    };

    [Theory]
    [MemberData(nameof(Good))]
    public void Kind_and_size_are_read_from_the_head(byte[] bytes, ImageKind kind, string contentType)
    {
        var head = ImageHead.Read(bytes);
        Assert.Equal(new ImageHead(kind, 1920, 1080), head);
        Assert.Equal((contentType, true), (head!.Value.ContentType, head.Value.IsPlausible));
    }

    [Theory]
    [MemberData(nameof(Good))]
    public void A_picture_that_is_cut_off_anywhere_is_none_and_nothing_throws(byte[] bytes, ImageKind kind, string contentType)
    {
        Assert.NotEmpty(contentType + kind);
        for (var length = 0; length < bytes.Length; length++) Assert.Null(ImageHead.Read(bytes.AsSpan(0, length)));
    }

    [Theory]
    [MemberData(nameof(Good))]
    public void A_changed_byte_throws_nothing(byte[] bytes, ImageKind kind, string contentType)
    {
        Assert.NotEmpty(contentType + kind);
        for (var at = 0; at < bytes.Length; at++)
        {
            foreach (var value in (byte[])[0, 0x7F, 0xFF]) ImageHead.Read([.. bytes[..at], value, .. bytes[(at + 1)..]]);
        }
    }

    [Fact]
    public void Something_else_is_none_whatever_it_is_called()
    {
        Assert.Null(ImageHead.Read("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"></svg>"u8));
        Assert.Null(ImageHead.Read([.. "GIF89a"u8, .. new byte[40]]));
        Assert.Null(ImageHead.Read([]));
    }

    [Theory]
    [InlineData(0, 10, false)]
    [InlineData(-1, 10, false)]
    [InlineData(ImageHead.Side, 1, true)]
    [InlineData(ImageHead.Side + 1, 1, false)]
    [InlineData(16_000, 16_000, false)]
    [InlineData(10_000, 10_000, true)]
    public void No_screen_has_so_many_points(int width, int height, bool plausible) => Assert.Equal(plausible, ImageHead.Read(APicture.Png(width, height))!.Value.IsPlausible);
}
