using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReviewPortal.Core.Cases;

namespace ReviewPortal.Infrastructure.Store.Mappings;

internal sealed class StepDraftMapping : IEntityTypeConfiguration<StepDraft>
{
    public void Configure(EntityTypeBuilder<StepDraft> builder)
    {
        builder.HasKey(item => new { item.Case, item.Person, item.Step });
        builder.HasOne<Case>().WithMany().HasForeignKey(item => item.Case).OnDelete(DeleteBehavior.Cascade);
    }
}
