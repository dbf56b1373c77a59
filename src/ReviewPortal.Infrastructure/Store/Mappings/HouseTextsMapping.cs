using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReviewPortal.Core.Letters;

namespace ReviewPortal.Infrastructure.Store.Mappings;

internal sealed class HouseTextsMapping : IEntityTypeConfiguration<HouseTexts>
{
    public void Configure(EntityTypeBuilder<HouseTexts> builder)
    {
        builder.HasKey(item => item.Id);
        builder.HasIndex(item => new { item.Faculty, item.Number }).IsUnique();
        // One is being written at a time.
        builder.HasIndex(item => item.Faculty, "IX_WrittenOnce").IsUnique().HasFilter("\"Number\" IS NULL");
        builder.HasOne<KeptFile>().WithMany().HasForeignKey(item => item.Logo).OnDelete(DeleteBehavior.Restrict);
        builder.ToTable(table => table.HasCheckConstraint("CK_InForceWithNumber", "(\"Number\" IS NULL) = (\"InForceAt\" IS NULL)"));
    }
}
