import type { ComparedPictures } from '../../app/preview/comparison';
import { TEXTS } from '../../app/texts';

/** Which picture is on which side; with `shown`, which of the two is seen now. */
export function PictureLabels({ pictures, shown }: { pictures: ComparedPictures; shown?: 0 | 1 }) {
  const [first, second] = TEXTS.result.pictures[pictures];
  const dim = (index: 0 | 1) => (shown !== undefined && shown !== index ? ' ff-dim' : '');
  return (
    <div className="ff-picture-labels">
      <div className={`ff-picture-label${dim(0)}`}>{first}</div>
      <div className={`ff-picture-label${dim(1)}`}>{second}</div>
    </div>
  );
}
